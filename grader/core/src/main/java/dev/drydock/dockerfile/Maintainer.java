package dev.drydock.dockerfile;

/**
 * {@code MAINTAINER name}, deprecated for years.
 *
 * @param maintainer empty when it is missing
 */
public record Maintainer(Source source, String maintainer) implements Instruction {}
