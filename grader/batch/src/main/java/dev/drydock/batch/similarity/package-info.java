/** Which Dockerfiles of a class are alike, for an instructor to look at; pure. */
@NullMarked
package dev.drydock.batch.similarity;

import org.jspecify.annotations.NullMarked;
