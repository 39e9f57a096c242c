package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;

/**
 * {@code HEALTHCHECK [--interval=…] CMD command} or {@code HEALTHCHECK NONE}.
 *
 * @param source the instruction as text, with its place in the file
 * @param type in upper case: CMD, NONE, or the word found in their place; empty when there is none
 * @param command what follows the type
 */
public record Healthcheck(Source source, String type, CommandLine command) implements Instruction {

  /** {@return whether it turns off the base image's health check} */
  public boolean isNone() {
    return type.equals("NONE");
  }
}
