package dev.drydock.pipeline;

import dev.drydock.engine.host.InfrastructureException;

/** Thrown where what is graded would reach the engine's machine, and must not. */
public final class Unsheltered extends InfrastructureException {

  private static final long serialVersionUID = 1L;

  Unsheltered(String message) {
    super(message);
  }
}
