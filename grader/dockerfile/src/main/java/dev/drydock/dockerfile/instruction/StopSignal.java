package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;

/**
 * {@code STOPSIGNAL signal}.
 *
 * @param signal a name or a number; empty when it is missing
 */
public record StopSignal(Source source, String signal) implements Instruction {}
