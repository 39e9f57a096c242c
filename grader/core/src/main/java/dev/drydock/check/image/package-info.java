/** The image as its archive holds it. */
@NullMarked
package dev.drydock.check.image;

import org.jspecify.annotations.NullMarked;
