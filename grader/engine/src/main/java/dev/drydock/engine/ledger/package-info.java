/** What was made in an engine and by whom, so that it can be removed after a killed run. */
@NullMarked
package dev.drydock.engine.ledger;

import org.jspecify.annotations.NullMarked;
