package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;

/** {@code ENTRYPOINT command}. */
public record Entrypoint(Source source, CommandLine command) implements Instruction {}
