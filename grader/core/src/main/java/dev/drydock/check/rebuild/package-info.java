/** Checks of what the builder repeats after a small change. */
@NullMarked
package dev.drydock.check.rebuild;

import org.jspecify.annotations.NullMarked;
