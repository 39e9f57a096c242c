package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;

/**
 * {@code USER user[:group]}.
 *
 * @param user the whole text, blanks included; empty when it is missing
 */
public record User(Source source, String user) implements Instruction {}
