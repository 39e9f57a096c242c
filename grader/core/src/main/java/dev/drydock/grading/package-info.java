/**
 * Grading one submission from end to end: intake, overlay, build, anatomy, run, judgement. Wires
 * what the other packages do and decides nothing itself.
 */
@NullMarked
package dev.drydock.grading;

import org.jspecify.annotations.NullMarked;
