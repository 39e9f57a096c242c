package dev.drydock.dockerfile;

/** {@code CMD command}. */
public record Cmd(Source source, CommandLine command) implements Instruction {}
