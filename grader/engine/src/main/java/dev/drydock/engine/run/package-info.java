/** Runs an image in a confined container, asks it, looks into it, stops it. */
@NullMarked
package dev.drydock.engine.run;

import org.jspecify.annotations.NullMarked;
