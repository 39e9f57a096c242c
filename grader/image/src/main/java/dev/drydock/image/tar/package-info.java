/**
 * Reads tar archives of any flavour as a stream: ustar, PAX, GNU, sparse files. What it reads is
 * hostile: every length is bounded, nothing is ever written.
 *
 * <p>Written by hand: names stay the bytes they are, a file is whatever Go's reader takes for one,
 * and content is inspected in the reader's own buffer: no library we know offers all three.
 */
@NullMarked
package dev.drydock.image.tar;

import org.jspecify.annotations.NullMarked;
