/**
 * What a build, a run and a context were seen to be: immutable records that hold facts only and
 * survive a JSON round trip.
 */
@NullMarked
package dev.drydock.engine.evidence;

import org.jspecify.annotations.NullMarked;
