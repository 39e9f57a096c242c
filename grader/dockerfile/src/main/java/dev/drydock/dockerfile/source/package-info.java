/** Places in the text: positions, flags, heredocs, parser directives, and what is wrong where. */
@NullMarked
package dev.drydock.dockerfile.source;

import org.jspecify.annotations.NullMarked;
