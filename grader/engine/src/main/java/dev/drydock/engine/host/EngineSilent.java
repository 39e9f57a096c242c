package dev.drydock.engine.host;

import java.time.Duration;

/** Thrown when the engine has not answered for as long as anybody is willing to wait. */
public final class EngineSilent extends InfrastructureException {

  private static final long serialVersionUID = 1L;

  EngineSilent(Duration waited) {
    super("the engine has not answered for " + waited.toSeconds() + " s");
  }
}
