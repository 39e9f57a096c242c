package dev.drydock.batch;

import dev.drydock.exercise.Exercise;
import dev.drydock.pipeline.GradedSubmission;
import java.util.Map;

/**
 * What everyone at work on a batch shares.
 *
 * @param hashes of the exercises, by id
 */
record BatchWork(
    BatchSettings settings,
    Ledger ledger,
    Map<String, String> hashes,
    Stop stop,
    KeptSubmissions submissions) {

  /** The end of a submission that could not be graded, by our doing. */
  GradedSubmission ours(Exercise exercise, String reason) {
    return InfrastructureResult.because(exercise, hashes.getOrDefault(exercise.id(), ""), reason);
  }
}
