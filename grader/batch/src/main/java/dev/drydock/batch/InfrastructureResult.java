package dev.drydock.batch;

import dev.drydock.Version;
import dev.drydock.exercise.Exercise;
import dev.drydock.pipeline.GradedSubmission;
import dev.drydock.verdict.Grading;
import dev.drydock.verdict.GradingEnvironment;
import java.util.List;

/** Results of submissions that could not be graded, through the grader's failure. */
final class InfrastructureResult {

  private InfrastructureResult() {}

  static GradedSubmission because(Exercise exercise, String exerciseHash, String reason) {
    GradingEnvironment environment =
        new GradingEnvironment(Version.current(), exerciseHash, "", "", "", List.of());
    return new GradedSubmission(
        Grading.notGraded(exercise, reason, List.of(), List.of(), environment), List.of());
  }

  /** What went wrong, for people: the innermost message, or its type if it has none. */
  static String cause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    String kind = cause.getClass().getSimpleName();
    boolean ownWords = thrown instanceof dev.drydock.engine.host.InfrastructureException;
    if (ownWords && thrown.getMessage() != null) {
      return thrown.getMessage();
    }
    return message == null || message.isBlank() ? kind : kind + ": " + message;
  }
}
