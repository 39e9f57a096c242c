/** Who works on what next. In this process by default; made so that it can be a database's. */
@NullMarked
package dev.drydock.batch.queue;

import org.jspecify.annotations.NullMarked;
