/**
 * The tree of files in a submission, read within caps. Nothing in it is followed, run or trusted.
 */
@NullMarked
package dev.drydock.submission.folder;

import org.jspecify.annotations.NullMarked;
