package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;

/**
 * {@code MAINTAINER name}, long deprecated.
 *
 * @param source the instruction as text, with its place in the file
 * @param maintainer the name; empty when it is missing
 */
public record Maintainer(Source source, String maintainer) implements Instruction {}
