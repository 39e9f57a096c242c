/** Checks of what the running container does. */
@NullMarked
package dev.drydock.check.run;

import org.jspecify.annotations.NullMarked;
