package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;

/**
 * {@code MAINTAINER name}, deprecated for years.
 *
 * @param maintainer empty when it is missing
 */
public record Maintainer(Source source, String maintainer) implements Instruction {}
