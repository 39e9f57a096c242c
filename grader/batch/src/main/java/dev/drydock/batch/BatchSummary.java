package dev.drydock.batch;

import dev.drydock.batch.entry.EntryId;
import dev.drydock.batch.progress.BatchStatus;
import java.util.List;

/**
 * How a batch ended.
 *
 * @param status the last one; whatever it still lists was not reached
 * @param ungraded entries without a grade of their present submission, and why
 * @param interrupted stopped early; the same call resumes
 */
public record BatchSummary(BatchStatus status, List<Ungraded> ungraded, boolean interrupted) {

  public BatchSummary {
    ungraded = List.copyOf(ungraded);
  }

  /** Whether every entry has a grade, or is known not to be gradable. */
  public boolean isComplete() {
    return ungraded.isEmpty() && !interrupted;
  }

  /**
   * @param kept whether an older grade is still there
   */
  public record Ungraded(EntryId entry, String reason, boolean kept) {}
}
