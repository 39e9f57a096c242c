/** Draws the facts that checks need from an image's file system. */
@NullMarked
package dev.drydock.image.files;

import org.jspecify.annotations.NullMarked;
