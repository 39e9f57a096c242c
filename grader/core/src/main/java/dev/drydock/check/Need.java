package dev.drydock.check;

/** What has to be there before a check can be judged; each includes the ones before it. */
public enum Need {
  /** Text and context only. */
  NOTHING("the Dockerfile is there"),
  IMAGE("the image builds"),
  STARTED("the container starts"),
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
