/**
 * From outcomes to a grade, and the published form of both: {@code result.json}. Pure: no file, no
 * engine, no clock.
 */
@NullMarked
package dev.drydock.verdict;

import org.jspecify.annotations.NullMarked;
