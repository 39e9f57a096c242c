/** Turns logical lines into instructions. */
@NullMarked
package dev.drydock.dockerfile.reader;

import org.jspecify.annotations.NullMarked;
