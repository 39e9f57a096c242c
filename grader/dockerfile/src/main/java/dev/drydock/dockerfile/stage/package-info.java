/** Stages, what they are built on, and the variables in force in them. */
@NullMarked
package dev.drydock.dockerfile.stage;

import org.jspecify.annotations.NullMarked;
