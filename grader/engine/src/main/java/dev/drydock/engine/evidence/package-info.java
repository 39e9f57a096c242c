/**
 * What was observed of a build, a run and a context: immutable records that hold only facts and
 * survive a JSON round trip.
 */
@NullMarked
package dev.drydock.engine.evidence;

import org.jspecify.annotations.NullMarked;
