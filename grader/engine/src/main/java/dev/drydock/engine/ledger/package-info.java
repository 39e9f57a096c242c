/** Records what each run makes in an engine, so that it can be removed after a kill. */
@NullMarked
package dev.drydock.engine.ledger;

import org.jspecify.annotations.NullMarked;
