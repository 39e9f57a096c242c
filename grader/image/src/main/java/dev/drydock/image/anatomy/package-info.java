/** What is in an image: layers, wasted bytes, files, users, the program it starts. */
@NullMarked
package dev.drydock.image.anatomy;

import org.jspecify.annotations.NullMarked;
