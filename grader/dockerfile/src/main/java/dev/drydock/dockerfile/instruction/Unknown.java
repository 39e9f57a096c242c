package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;

/**
 * A line that does not start with an instruction the builder knows.
 *
 * @param source the instruction as text, with its place in the file
 */
public record Unknown(Source source) implements Instruction {}
