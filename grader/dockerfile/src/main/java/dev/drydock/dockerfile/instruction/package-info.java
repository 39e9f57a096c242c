/** The instructions of a Dockerfile, one record each, as written: nothing is substituted. */
@NullMarked
package dev.drydock.dockerfile.instruction;

import org.jspecify.annotations.NullMarked;
