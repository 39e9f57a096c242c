package dev.drydock.dockerfile;

/** A line that starts with no instruction of the builder. */
public record Unknown(Source source) implements Instruction {}
