/** Lines: physical and logical ones, continuation, parser directives. */
@NullMarked
package dev.drydock.dockerfile.lines;

import org.jspecify.annotations.NullMarked;
