/** How far a batch is, and showing it. */
@NullMarked
package dev.drydock.batch.progress;

import org.jspecify.annotations.NullMarked;
