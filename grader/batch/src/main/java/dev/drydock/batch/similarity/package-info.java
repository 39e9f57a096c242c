/** Finds similar Dockerfiles in a class, for the instructor to review. Pure. */
@NullMarked
package dev.drydock.batch.similarity;

import org.jspecify.annotations.NullMarked;
