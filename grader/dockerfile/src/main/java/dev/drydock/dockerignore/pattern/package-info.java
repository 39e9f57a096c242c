/**
 * Patterns of paths. Matched by hand, without a library: the model depends on nothing, and a
 * pattern's time is bounded by its length and the path's.
 */
@NullMarked
package dev.drydock.dockerignore.pattern;

import org.jspecify.annotations.NullMarked;
