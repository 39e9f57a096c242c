/** What is read, within which limits, and why it could not be. */
@NullMarked
package dev.drydock.image.request;

import org.jspecify.annotations.NullMarked;
