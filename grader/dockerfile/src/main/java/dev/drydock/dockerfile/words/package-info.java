/** Words: quotes, escapes, substitution of variables, heredoc delimiters. */
@NullMarked
package dev.drydock.dockerfile.words;

import org.jspecify.annotations.NullMarked;
