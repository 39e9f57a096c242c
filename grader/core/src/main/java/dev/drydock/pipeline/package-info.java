/**
 * Grades one submission from end to end: intake, overlay, build, anatomy, run, judgement. Wires
 * what the other packages do and decides nothing itself.
 */
@NullMarked
package dev.drydock.pipeline;

import org.jspecify.annotations.NullMarked;
