/** Makes instructions of logical lines. */
@NullMarked
package dev.drydock.dockerfile.reader;

import org.jspecify.annotations.NullMarked;
