package dev.drydock.dockerfile.instruction;

import org.jspecify.annotations.Nullable;

/**
 * A name and its value in ENV, LABEL or ARG, as written: quotes and variables are still there.
 *
 * @param name as written
 * @param value as written; null for an ARG without a default
 */
public record Assignment(String name, @Nullable String value) {}
