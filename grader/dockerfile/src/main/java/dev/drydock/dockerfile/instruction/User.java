package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;

/**
 * {@code USER user[:group]}.
 *
 * @param source the instruction as text, with its place in the file
 * @param user everything after the keyword, blanks included; empty when it is missing
 */
public record User(Source source, String user) implements Instruction {}
