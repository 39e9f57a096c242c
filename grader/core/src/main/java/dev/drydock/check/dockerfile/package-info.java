/**
 * The Dockerfile's text. Where something is measured too, the measurement decides and the text
 * gives the line.
 */
@NullMarked
package dev.drydock.check.dockerfile;

import org.jspecify.annotations.NullMarked;
