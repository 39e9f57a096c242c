/** Words for people: suggestions, points, text that is safe to print. */
@NullMarked
package dev.drydock.text;

import org.jspecify.annotations.NullMarked;
