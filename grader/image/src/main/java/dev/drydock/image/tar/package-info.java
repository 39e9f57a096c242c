/**
 * Reads tar archives of any flavour as a stream: ustar, PAX, GNU, sparse files. What it reads is
 * hostile: every length is bounded, nothing is ever written.
 */
@NullMarked
package dev.drydock.image.tar;

import org.jspecify.annotations.NullMarked;
