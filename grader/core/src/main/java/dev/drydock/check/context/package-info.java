/** What is sent to the builder. */
@NullMarked
package dev.drydock.check.context;

import org.jspecify.annotations.NullMarked;
