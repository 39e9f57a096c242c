/** Scopes of ARG and ENV, and substitution in them. */
@NullMarked
package dev.drydock.dockerfile.variables;

import org.jspecify.annotations.NullMarked;
