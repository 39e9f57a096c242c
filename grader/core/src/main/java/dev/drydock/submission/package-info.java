/**
 * What students hand in: found, read within caps, and laid over the pristine exercise. Nothing in a
 * submission is followed, run or trusted.
 */
@NullMarked
package dev.drydock.submission;

import org.jspecify.annotations.NullMarked;
