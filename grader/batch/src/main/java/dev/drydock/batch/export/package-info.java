/** Grades in the formats that learning platforms and other tools read. Pure. */
@NullMarked
package dev.drydock.batch.export;

import org.jspecify.annotations.NullMarked;
