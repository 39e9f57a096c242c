/** Goes through the instructions as a build would: stages, their graph, variables. */
@NullMarked
package dev.drydock.dockerfile.interpreter;

import org.jspecify.annotations.NullMarked;
