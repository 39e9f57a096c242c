package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;

/** A line that starts with no instruction of the builder. */
public record Unknown(Source source) implements Instruction {}
