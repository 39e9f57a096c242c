/** Stages, what they are built from, and the variables in force in them. */
@NullMarked
package dev.drydock.dockerfile.stage;

import org.jspecify.annotations.NullMarked;
