package dev.drydock.verify;

import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.Fixture;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.time.Duration;
import java.util.List;

/**
 * What a fixture got, held against what it must get.
 *
 * @param defects a sentence each; none when it got its verdict, or could not be graded
 * @param duration of its grading
 */
public record VerifiedFixture(
    Exercise exercise,
    Fixture fixture,
    SubmissionResult result,
    List<String> defects,
    Duration duration) {

  public VerifiedFixture {
    defects = List.copyOf(defects);
  }

  static VerifiedFixture of(
      Exercise exercise, Fixture fixture, SubmissionResult result, Duration duration) {
    List<String> defects =
        result.state() == State.NOT_GRADED ? List.of() : Verdicts.defects(fixture, result);
    return new VerifiedFixture(exercise, fixture, result, defects, duration);
  }

  /** Whether there is a verdict to compare. */
  public boolean isGraded() {
    return result.state() != State.NOT_GRADED;
  }
}
