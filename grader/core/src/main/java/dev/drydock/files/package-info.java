/** Files that are there whole or not at all. */
@NullMarked
package dev.drydock.files;

import org.jspecify.annotations.NullMarked;
