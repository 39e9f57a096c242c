/**
 * One run's work on the container engine of this machine. All side effects on an engine are in this
 * module; what it makes there it removes.
 */
@NullMarked
package dev.drydock.engine;

import org.jspecify.annotations.NullMarked;
