/**
 * Decides who works on what next. In-process by default; designed so that a database can take over.
 */
@NullMarked
package dev.drydock.batch.queue;

import org.jspecify.annotations.NullMarked;
