package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;

/**
 * {@code SHELL ["executable", "argument"]}.
 *
 * @param source the instruction as text, with its place in the file
 * @param command the shell; the builder takes the exec form only
 */
public record Shell(Source source, CommandLine command) implements Instruction {}
