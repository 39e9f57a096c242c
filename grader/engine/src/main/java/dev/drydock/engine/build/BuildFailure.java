package dev.drydock.engine.build;

import org.jspecify.annotations.Nullable;

/**
 * How a build failed, as far as nobody but the builder and we can say it: no word that a Dockerfile
 * or a program could have written counts.
 *
 * @param point where the builder was
 * @param exitCode of the program in a step, null when there was none or it is not told
 * @param located whether the builder points at a line of the Dockerfile
 * @param readable whether we read the Dockerfile and the ignore file without errors
 * @param platformAsked whether a FROM asks for a platform, which the image at hand may not have
 */
public record BuildFailure(
    Point point,
    @Nullable Integer exitCode,
    boolean located,
    boolean readable,
    boolean platformAsked) {

  /** What a builder was at when it failed. */
  public enum Point {
    /** Nothing that it names: it refused the Dockerfile, or it was not there. */
    NOWHERE,
    /** Its own reading of the Dockerfile, or the sending of the context. */
    SENDING,
    /** A base image, which is there before anything is built, or a registry's login. */
    BASE_IMAGE,
    /** An instruction that it carries out itself. */
    INSTRUCTION,
    /** A program in a RUN. */
    PROGRAM,
    /** The finished image, on its way into the engine. */
    EXPORT
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
