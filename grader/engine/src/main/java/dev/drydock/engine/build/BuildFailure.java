package dev.drydock.engine.build;

import org.jspecify.annotations.Nullable;

/**
 * How a build failed, from what only the builder and the grader can say: nothing that a Dockerfile
 * or a program could have written counts.
 *
 * @param point where the builder was
 * @param exitCode of the program in a step, null when there was none or it is unknown
 * @param located whether the builder points at a line of the Dockerfile
 * @param readable whether the grader read the Dockerfile and the ignore file without errors
 * @param platformAsked whether a FROM asks for a platform, which the image at hand may not have
 */
public record BuildFailure(
    Point point,
    @Nullable Integer exitCode,
    boolean located,
    boolean readable,
    boolean platformAsked) {

  /** What a builder was doing when it failed. */
  public enum Point {
    /** Nothing it names: it refused the Dockerfile, or was unreachable. */
    NOWHERE,
    /** Its own reading of the Dockerfile, or the sending of the context. */
    SENDING,
    /** A base image, which is present before anything is built, or a registry login. */
    BASE_IMAGE,
    /** An instruction that the builder executes itself. */
    INSTRUCTION,
    /** A program in a RUN. */
    PROGRAM,
    /** The finished image, on its way into the engine. */
    EXPORT
  }

  private static final int KILLED = 137;

  /** How the build ended, where it is the Dockerfile that has to be changed. */
  BuildAttempt.Ending ending() {
    if (point != Point.PROGRAM) {
      return BuildAttempt.Ending.REFUSED;
    }
    return exitCode != null && exitCode == KILLED
        ? BuildAttempt.Ending.PROGRAM_KILLED
        : BuildAttempt.Ending.PROGRAM_FAILED;
  }

  /**
   * Whether the Dockerfile has to be changed; otherwise the failure is the engine's, the network's
   * or the machine's.
   *
   * @param engineIsWell whether the engine answers and its disk has room, asked after the failure
   */
  public boolean isTheDockerfiles(boolean engineIsWell) {
    if (!engineIsWell) {
      return false;
    }
    return switch (point) {
      case INSTRUCTION, PROGRAM -> true;
      case BASE_IMAGE -> platformAsked;
      case NOWHERE -> located || !readable;
      case SENDING -> !readable;
      case EXPORT -> false;
    };
  }
}
