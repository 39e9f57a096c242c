/** What is in an image: layers, bytes written in vain, files, users, the program it starts. */
@NullMarked
package dev.drydock.image.anatomy;

import org.jspecify.annotations.NullMarked;
