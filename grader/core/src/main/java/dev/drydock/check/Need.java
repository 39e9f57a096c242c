package dev.drydock.check;

/** What a check needs before it can be judged. */
public enum Need {
  /** The text and the context as they are. */
  NOTHING("the Dockerfile is there"),
  /** A Dockerfile without errors: in one with errors, a failure may only be a consequence. */
  PARSED("the Dockerfile can be read without errors"),
  /** A Dockerfile within what the grader reads; what else a text check needs is PARSED. */
  WHOLE_TEXT("the Dockerfile is simple enough for the checks of its text; D01 says what is not"),
  /** A .dockerignore within what the grader reads. */
  WHOLE_IGNORE_FILE(
      ".dockerignore has no more than 2,000 patterns, none of them longer than 4,096 characters"),
  /** The image, built from this Dockerfile, and what the exercise asks of it. */
  IMAGE("the image builds"),
  /** An image, whatever it was built from. */
  ANY_IMAGE("the image builds"),
  /** The image, built with secrets planted in its build arguments. */
  PLANTED_ARGUMENTS("the image builds"),
  /** The image, built beside what the grader plants in the context. */
  PLANTED_FILES("the image builds beside what lies around on a developer's machine, such as .env"),
  /** A run, whatever came of it. */
  RUN("the image builds"),
  STARTED("the container starts"),
  /** Processes that could be looked at. */
  RUNNING("the container keeps running long enough to be inspected"),
  ANSWERED("the container answers"),
  /** A run in which it did what the exercise asks. */
  RIGHT_ANSWERS("the container does what the exercise asks of it"),
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

  /** Whether the Dockerfile and its context are enough to judge by. */
  public boolean isMetByText() {
    return this == NOTHING || this == PARSED;
  }

  /** The end of the sentence "cannot be checked until …". */
  public String until() {
    return until;
  }
}
