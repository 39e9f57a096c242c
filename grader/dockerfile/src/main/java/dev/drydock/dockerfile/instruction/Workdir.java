package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;

/**
 * {@code WORKDIR path}.
 *
 * @param source the instruction as text, with its place in the file
 * @param path everything after the keyword, blanks included; empty when it is missing
 */
public record Workdir(Source source, String path) implements Instruction {}
