package dev.drydock.dockerfile.instruction;

import org.jspecify.annotations.Nullable;

/**
 * A name with its value in ENV, LABEL or ARG, as written: quotes still there.
 *
 * @param value null for an ARG without a default
 */
public record Assignment(String name, @Nullable String value) {}
