/**
 * Grading many submissions unattended: {@link dev.drydock.batch.Batch} grades what changed, {@link
 * dev.drydock.batch.Regrade} judges stored evidence again.
 */
@NullMarked
package dev.drydock.batch;

import org.jspecify.annotations.NullMarked;
