package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;

/** {@code SHELL ["executable", "argument"]}; the builder takes the exec form only. */
public record Shell(Source source, CommandLine command) implements Instruction {}
