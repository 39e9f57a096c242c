package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;

/**
 * {@code WORKDIR path}.
 *
 * @param path the whole text, blanks included; empty when it is missing
 */
public record Workdir(Source source, String path) implements Instruction {}
