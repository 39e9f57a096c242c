/** The instructions, one record each. */
@NullMarked
package dev.drydock.dockerfile.instruction;

import org.jspecify.annotations.NullMarked;
