package dev.drydock.dockerfile;

/** {@code SHELL ["executable", "argument"]}; the builder takes the exec form only. */
public record Shell(Source source, CommandLine command) implements Instruction {}
