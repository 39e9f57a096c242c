/**
 * Reads what {@code docker save} writes, in one pass and without unpacking it, and says what is in
 * the image: start with {@link dev.drydock.image.ImageArchiveReader#read(java.nio.file.Path)}.
 */
@NullMarked
package dev.drydock.image;

import org.jspecify.annotations.NullMarked;
