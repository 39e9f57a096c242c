/** What a batch grades: whose work, which exercise, from where, and when it has changed. */
@NullMarked
package dev.drydock.batch.entry;

import org.jspecify.annotations.NullMarked;
