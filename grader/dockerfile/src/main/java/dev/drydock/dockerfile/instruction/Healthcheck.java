package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;

/**
 * {@code HEALTHCHECK [--interval=…] CMD command} or {@code HEALTHCHECK NONE}.
 *
 * @param type upper case: CMD, NONE, or what stands there instead; empty when nothing does
 * @param command what is behind the type
 */
public record Healthcheck(Source source, String type, CommandLine command) implements Instruction {

  /** Whether it switches the base image's check off. */
  public boolean isNone() {
    return type.equals("NONE");
  }
}
