/**
 * The container engine: finding it, building on it, running on it and leaving nothing behind. All
 * side effects on an engine are in here.
 */
@NullMarked
package dev.drydock.engine;

import org.jspecify.annotations.NullMarked;
