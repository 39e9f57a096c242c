/** The folder that is built: the pristine exercise, the submission over it, and what is planted. */
@NullMarked
package dev.drydock.submission.workspace;

import org.jspecify.annotations.NullMarked;
