/** Which of the files are the ones that the exercise asks for. */
@NullMarked
package dev.drydock.submission.choice;

import org.jspecify.annotations.NullMarked;
