/**
 * The catalogue of checks: pure functions from evidence to an outcome, one small class each. Their
 * sentences live in {@code check-texts.yaml}, keyed by check id.
 */
@NullMarked
package dev.drydock.check;

import org.jspecify.annotations.NullMarked;
