package dev.drydock.pipeline;

import dev.drydock.evidence.Evidence;
import dev.drydock.exercise.Exercise;
import dev.drydock.verdict.Grading;
import dev.drydock.verdict.GradingEnvironment;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.util.List;

/**
 * What was collected about a submission, and why that is not all of it.
 *
 * @param state graded when it is all there is
 * @param reason a sentence, empty when it is all there is
 */
record Collected(State state, String reason, List<Evidence> evidence) {

  Collected {
    evidence = List.copyOf(evidence);
  }

  static Collected all(List<Evidence> evidence) {
    return new Collected(State.GRADED, "", evidence);
  }

  /** Up to what the student has to put right. */
  static Collected notGradable(String reason, List<Evidence> evidence) {
    return new Collected(State.NOT_GRADABLE, reason, evidence);
  }

  /** Up to a failure of ours. */
  static Collected notGraded(String reason, List<Evidence> evidence) {
    return new Collected(State.NOT_GRADED, reason, evidence);
  }

  /** What can be judged again: of the rest only texts were looked at. */
  List<Evidence> built() {
    return evidence.stream().filter(one -> one.build() != null).toList();
  }

  SubmissionResult result(Exercise exercise, List<String> ignored, GradingEnvironment environment) {
    return switch (state) {
      case GRADED -> Grading.of(exercise, evidence, ignored, environment);
      case NOT_GRADABLE -> Grading.notGradable(exercise, reason, evidence, ignored, environment);
      case NOT_GRADED -> Grading.notGraded(exercise, reason, evidence, ignored, environment);
    };
  }
}
