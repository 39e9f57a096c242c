/** Checks of the image, as found in its archive. */
@NullMarked
package dev.drydock.check.image;

import org.jspecify.annotations.NullMarked;
