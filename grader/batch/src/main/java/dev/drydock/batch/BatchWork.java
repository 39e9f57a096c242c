package dev.drydock.batch;

import dev.drydock.exercise.Exercise;
import dev.drydock.pipeline.GradedSubmission;
import java.util.Map;

/**
 * What all workers of a batch share.
 *
 * @param hashes of the exercises, by id
 */
record BatchWork(
    BatchSettings settings,
    Ledger ledger,
    Map<String, String> hashes,
    Stop stop,
    KeptSubmissions submissions) {

  /** Record a submission that could not be graded, through the grader's failure. */
  GradedSubmission ours(Exercise exercise, String reason) {
    return InfrastructureResult.because(exercise, hashes.getOrDefault(exercise.id(), ""), reason);
  }
}
