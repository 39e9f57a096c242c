package dev.drydock.pipeline;

import dev.drydock.engine.host.Progress;
import dev.drydock.exercise.Exercise;
import java.nio.file.Path;

/** Grades one submission after another. Safe for use by several threads at once. */
public interface SubmissionGrader extends AutoCloseable {

  /**
   * Grade one submission. What goes wrong with the engine ends as a result that is not graded,
   * never as an exception.
   *
   * @param source folder or archive with the submission
   */
  GradedSubmission grade(Exercise exercise, Path source, Progress progress);

  @Override
  void close();
}
