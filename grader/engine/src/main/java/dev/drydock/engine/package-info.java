/**
 * One run's work on this machine's container engine. All side effects on an engine are in this
 * module, which removes whatever it makes.
 */
@NullMarked
package dev.drydock.engine;

import org.jspecify.annotations.NullMarked;
