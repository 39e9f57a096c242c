/** Judging what is stored: results from evidence, marks from results. Pure. */
@NullMarked
package dev.drydock.batch.judge;

import org.jspecify.annotations.NullMarked;
