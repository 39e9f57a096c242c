package dev.drydock.dockerfile;

/** {@code ENTRYPOINT command}. */
public record Entrypoint(Source source, CommandLine command) implements Instruction {}
