/** The exec form, and what keeps a text from being one. */
@NullMarked
package dev.drydock.dockerfile.json;

import org.jspecify.annotations.NullMarked;
