package dev.drydock.engine.build;

import dev.drydock.engine.evidence.BuildEvidence;

/**
 * One build, and how it ended.
 *
 * @param ending what it tells of whether to try again
 */
public record BuildAttempt(BuildEvidence evidence, Ending ending) {

  /** How a build ends. */
  public enum Ending {
    BUILT,
    /** The builder refused the Dockerfile, or one of its instructions. */
    REFUSED,
    /** A program in a RUN ended with an error. */
    PROGRAM_FAILED,
    /** A program in a RUN was killed: at a limit of memory, or by somebody. */
    PROGRAM_KILLED,
    /** It took too long. */
    LATE,
    /** It printed too much. */
    TALKATIVE,
    /** It wrote too much, or there was no room left. */
    OUT_OF_DISK
  }

  /** Whether what else goes on in the engine may be why it ended so. */
  boolean isOthersPerhaps() {
    return ending == Ending.PROGRAM_KILLED || ending == Ending.LATE || ending == Ending.OUT_OF_DISK;
  }
}
