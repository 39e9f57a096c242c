/** Two builders behind one interface: BuildKit through its CLI, the classic one through the API. */
@NullMarked
package dev.drydock.engine.build;

import org.jspecify.annotations.NullMarked;
