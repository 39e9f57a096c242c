/** What is graded in a batch: who, which exercise, from where, and when it counts as changed. */
@NullMarked
package dev.drydock.batch.entry;

import org.jspecify.annotations.NullMarked;
