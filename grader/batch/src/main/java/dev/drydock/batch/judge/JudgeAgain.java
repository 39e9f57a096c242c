package dev.drydock.batch.judge;

import dev.drydock.Version;
import dev.drydock.evidence.Evidence;
import dev.drydock.exercise.Exercise;
import dev.drydock.verdict.Grading;
import dev.drydock.verdict.GradingEnvironment;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.util.List;
import java.util.Optional;

/** Turns stored evidence into a result under the exercise's present rules. */
public final class JudgeAgain {

  private JudgeAgain() {}

  /**
   * Judge again. The caller adds the notes on how the files were interpreted.
   *
   * @param earlier the result the evidence led to
   * @param ignored files of the submission that grading did not take
   * @param exerciseHash of the exercise as it is now
   * @return empty when the evidence is not enough: the submission has to be graded
   */
  public static Optional<SubmissionResult> judge(
      Exercise exercise,
      SubmissionResult earlier,
      List<Evidence> evidence,
      List<String> ignored,
      String exerciseHash) {
    GradingEnvironment environment = now(earlier.environment(), exerciseHash);
    String message = earlier.message();
    if (earlier.state() == State.NOT_GRADABLE && message != null && isRefused(exercise, evidence)) {
      // nothing was built, and the reason is not part of the evidence
      return Optional.of(Grading.notGradable(exercise, message, evidence, ignored, environment));
    }
    if (evidence.isEmpty()) {
      return Optional.empty();
    }
    SubmissionResult result = Grading.of(exercise, evidence, ignored, environment);
    return Optional.of(result).filter(one -> one.state() != State.NOT_GRADED);
  }

  private static boolean isRefused(Exercise exercise, List<Evidence> evidence) {
    return evidence.size() < exercise.images().size()
        || evidence.stream().anyMatch(one -> one.build() == null);
  }

  private static GradingEnvironment now(GradingEnvironment earlier, String exerciseHash) {
    return new GradingEnvironment(
        Version.current(),
        exerciseHash,
        earlier.engine(),
        earlier.builder(),
        earlier.store(),
        earlier.standIns());
  }
}
