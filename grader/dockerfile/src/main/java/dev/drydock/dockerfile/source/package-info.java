/**
 * The text of a Dockerfile: positions, flags, heredocs, parser directives, and the problems found
 * in it.
 */
@NullMarked
package dev.drydock.dockerfile.source;

import org.jspecify.annotations.NullMarked;
