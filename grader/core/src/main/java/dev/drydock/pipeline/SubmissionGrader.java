package dev.drydock.pipeline;

import dev.drydock.engine.host.Progress;
import dev.drydock.exercise.Exercise;
import dev.drydock.submission.Submission;

/** Grades one submission after another. Safe for use by several threads at once. */
public interface SubmissionGrader extends AutoCloseable {

  /**
   * Grade one submission. What goes wrong with the engine ends as a result that is not graded,
   * never as an exception.
   */
  GradedSubmission grade(Exercise exercise, Submission submission, Progress progress);

  @Override
  void close();
}
