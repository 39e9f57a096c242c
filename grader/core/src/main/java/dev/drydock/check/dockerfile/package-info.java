/**
 * Checks of the Dockerfile's text. If something is also measured, the measurement decides and the
 * text gives the line.
 */
@NullMarked
package dev.drydock.check.dockerfile;

import org.jspecify.annotations.NullMarked;
