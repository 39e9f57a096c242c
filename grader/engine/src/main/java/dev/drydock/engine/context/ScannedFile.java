package dev.drydock.engine.context;

import dev.drydock.dockerignore.IgnoreDecision;

/**
 * A regular file of a build context.
 *
 * @param path relative to the context, with {@code /}
 * @param executable the owner may execute it
 */
public record ScannedFile(String path, long bytes, boolean executable, IgnoreDecision decision) {

  /** Whether it is sent to the builder. */
  public boolean sent() {
    return !decision.excluded();
  }
}
