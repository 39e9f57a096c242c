/**
 * Patterns of paths, matched as the builder matches them. Written by hand: this library depends on
 * nothing, and the time of a match is bounded by the length of the pattern times that of the path.
 */
@NullMarked
package dev.drydock.dockerignore.pattern;

import org.jspecify.annotations.NullMarked;
