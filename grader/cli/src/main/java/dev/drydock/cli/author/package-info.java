/** Commands for those who write exercises. */
@NullMarked
package dev.drydock.cli.author;

import org.jspecify.annotations.NullMarked;
