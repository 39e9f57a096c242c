package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;

/** {@code CMD command}. */
public record Cmd(Source source, CommandLine command) implements Instruction {}
