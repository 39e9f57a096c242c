package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;

/**
 * {@code STOPSIGNAL signal}.
 *
 * @param source the instruction as text, with its place in the file
 * @param signal a name or a number, as written; empty when it is missing
 */
public record StopSignal(Source source, String signal) implements Instruction {}
