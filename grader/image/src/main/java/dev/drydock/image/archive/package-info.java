/** The documents and blobs of an archive, in both layouts. */
@NullMarked
package dev.drydock.image.archive;

import org.jspecify.annotations.NullMarked;
