package dev.drydock.batch;

import dev.drydock.batch.entry.EntryId;
import dev.drydock.text.Points;
import dev.drydock.text.Printable;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.Verdict;
import java.util.List;

/**
 * How a regrade ended.
 *
 * @param judged entries judged from their evidence
 * @param changes those whose points or verdict changed, sorted
 * @param kept entries without evidence to judge from; their results are left as they are
 * @param notGraded entries without a grade, through the grader's failure
 */
public record RegradeSummary(int judged, List<Change> changes, int kept, int notGraded) {

  public RegradeSummary {
    changes = List.copyOf(changes);
  }

  /** An entry whose mark has changed. */
  public record Change(EntryId entry, SubmissionResult before, SubmissionResult after) {

    /** {@code alice 3.9: 17 of 20, not passed → 20 of 20, passed}. */
    public String text() {
      return Printable.line(entry.toString(), 80) + ": " + mark(before) + " → " + mark(after);
    }

    private static String mark(SubmissionResult result) {
      return Points.shown(result.points())
          + " of "
          + Points.shown(result.maxPoints())
          + ", "
          + Verdict.of(result).words();
    }
  }
}
