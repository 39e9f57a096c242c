/** Tracks and shows a batch's progress. */
@NullMarked
package dev.drydock.batch.progress;

import org.jspecify.annotations.NullMarked;
