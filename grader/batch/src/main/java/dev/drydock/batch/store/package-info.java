/** A RUN folder: results, evidence and history of a class, each file whole or absent. */
@NullMarked
package dev.drydock.batch.store;

import org.jspecify.annotations.NullMarked;
