/**
 * Reads what {@code docker save} writes, in one pass and without unpacking it, and says what is in
 * the image: {@link dev.drydock.image.ImageArchiveReader}.
 */
@NullMarked
package dev.drydock.image;

import org.jspecify.annotations.NullMarked;
