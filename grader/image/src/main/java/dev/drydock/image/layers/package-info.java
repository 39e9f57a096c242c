/**
 * Layers of an image and the file system they make, in arrays rather than objects: an image has a
 * hundred thousand files, and a hostile one as many as the limit allows.
 */
@NullMarked
package dev.drydock.image.layers;

import org.jspecify.annotations.NullMarked;
