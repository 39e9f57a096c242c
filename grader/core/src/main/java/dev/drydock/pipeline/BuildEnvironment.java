package dev.drydock.pipeline;

import dev.drydock.exercise.Exercise;
import dev.drydock.submission.Submission;
import java.util.Optional;

/**
 * What the evidence about a submission depends on besides itself and its exercise: the images the
 * course allows, engine, builder, ids of the base images. Safe for use by several threads at once.
 */
public interface BuildEnvironment {

  /**
   * As text, to be compared.
   *
   * @return empty when no engine answers that could tell
   */
  Optional<String> of(Exercise exercise, Submission.Accepted submission);
}
