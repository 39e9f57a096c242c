package dev.drydock.engine.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One build, however it ended.
 *
 * @param builder {@code buildkit} or {@code classic}
 * @param engine the engine's version, such as {@code 28.5.2}
 * @param store {@code overlay2}, {@code containerd}…: where the engine keeps images
 * @param failedLine line of the Dockerfile whose step failed, null when unknown or built
 * @param message the builder's own words on how it ended, empty when built
 * @param logTail last lines of the builder's log, terminal escapes removed
 * @param imageId {@code sha256:…} of what was built, null otherwise; of an image that is over a
 *     limit, too
 * @param standIns base images used that are offline stand-ins
 */
public record BuildEvidence(
    Status status,
    String builder,
    String engine,
    String store,
    long millis,
    List<BuildStep> steps,
    @Nullable Integer failedLine,
    String message,
    List<String> logTail,
    @Nullable String imageId,
    List<String> standIns) {

  public BuildEvidence {
    steps = List.copyOf(steps);
    logTail = List.copyOf(logTail);
    standIns = List.copyOf(standIns);
  }

  /** The same build, with what is known of the base images it used. */
  public BuildEvidence withStandIns(List<String> used) {
    return new BuildEvidence(
        status, builder, engine, store, millis, steps, failedLine, message, logTail, imageId, used);
  }

  /**
   * The same build, of an image that is more than can be graded.
   *
   * @param words what is too much
   */
  public BuildEvidence tooMuch(String words) {
    return new BuildEvidence(
        Status.OVER_LIMIT,
        builder,
        engine,
        store,
        millis,
        steps,
        null,
        words,
        logTail,
        imageId,
        standIns);
  }

  public enum Status {
    BUILT,
    /** The student's: a step failed, a file is missing, an instruction is refused. */
    FAILED,
    /** The student's: it took longer, or wrote more, than the exercise allows. */
    OVER_LIMIT
  }

  /**
   * One step the builder reported.
   *
   * @param name as the builder prints it, without its counter: {@code RUN npm ci}
   * @param stage name or number of the stage, empty when the builder does not say
   */
  public record BuildStep(String name, String stage, boolean cached, long millis) {}
}
