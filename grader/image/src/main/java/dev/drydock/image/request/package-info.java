/** What to read of an archive, within which limits, and why it could not be read. */
@NullMarked
package dev.drydock.image.request;

import org.jspecify.annotations.NullMarked;
