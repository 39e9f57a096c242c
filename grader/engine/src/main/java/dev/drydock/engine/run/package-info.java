/** Runs an image in a confined container, queries it, inspects it and stops it. */
@NullMarked
package dev.drydock.engine.run;

import org.jspecify.annotations.NullMarked;
