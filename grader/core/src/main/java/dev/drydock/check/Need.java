package dev.drydock.check;

/** What has to be there before a check can be judged. */
public enum Need {
  /** The text and the context as they are. */
  NOTHING("the Dockerfile is there"),
  /** A Dockerfile without errors: a failure found in one with errors may only be a consequence. */
  PARSED("the Dockerfile can be read without errors"),
  IMAGE("the image builds"),
  /** A run, whatever came of it. */
  RUN("the image builds"),
  STARTED("the container starts"),
  /** Processes that could be looked at. */
  RUNNING("the container keeps running long enough to be looked at"),
  ANSWERED("the container answers"),
  /** The run phase with a read-only root and without capabilities. */
  HARDENED_RUN("the container answers"),
  /** The builds after the first. */
  REBUILD("the image builds"),
  /** The starter, built by the same engine. */
  STARTER("the image builds");

  private final String until;

  Need(String until) {
    this.until = until;
  }

  /** The end of the sentence "cannot be checked until …". */
  public String until() {
    return until;
  }
}
