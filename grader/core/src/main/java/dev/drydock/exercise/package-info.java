/** Exercises as their authors describe them: what is built, what is graded, for how many points. */
@NullMarked
package dev.drydock.exercise;

import org.jspecify.annotations.NullMarked;
