package dev.drydock.pipeline;

import dev.drydock.evidence.Evidence;
import dev.drydock.verdict.SubmissionResult;
import java.util.List;

/**
 * A submission's result and the evidence it was judged by, an entry for each image; empty where
 * nothing was collected.
 */
public record GradedSubmission(SubmissionResult result, List<Evidence> evidence) {

  public GradedSubmission {
    evidence = List.copyOf(evidence);
  }
}
