/** What a student has handed in, once it is understood. */
@NullMarked
package dev.drydock.submission;

import org.jspecify.annotations.NullMarked;
