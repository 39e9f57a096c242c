/** The version of the grader. */
@NullMarked
package dev.drydock;

import org.jspecify.annotations.NullMarked;
