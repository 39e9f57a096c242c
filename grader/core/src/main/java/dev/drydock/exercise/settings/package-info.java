/** What a check may be set to in an exercise: declared by the check, read and shown by others. */
@NullMarked
package dev.drydock.exercise.settings;

import org.jspecify.annotations.NullMarked;
