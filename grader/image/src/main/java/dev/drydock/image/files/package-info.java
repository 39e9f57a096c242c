/**
 * What stands out among the files of an image: accounts, caches, leaks, tools, the started program.
 */
@NullMarked
package dev.drydock.image.files;

import org.jspecify.annotations.NullMarked;
