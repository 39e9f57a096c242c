package dev.drydock.grading;

import dev.drydock.evidence.Evidence;
import dev.drydock.grade.SubmissionResult;
import java.util.List;

/**
 * A submission's result and the evidence it was judged by, an entry for each image; empty where
 * nothing was collected.
 */
public record Graded(SubmissionResult result, List<Evidence> evidence) {

  public Graded {
    evidence = List.copyOf(evidence);
  }
}
