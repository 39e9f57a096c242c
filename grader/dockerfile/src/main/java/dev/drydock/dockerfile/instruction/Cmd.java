package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;

/**
 * {@code CMD command}.
 *
 * @param source the instruction as text, with its place in the file
 * @param command in exec form or shell form
 */
public record Cmd(Source source, CommandLine command) implements Instruction {}
