package dev.drydock.batch;

import dev.drydock.batch.entry.EntryId;
import dev.drydock.text.Points;
import dev.drydock.text.Printable;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.Verdict;
import java.util.List;

/**
 * How judging again ended.
 *
 * @param judged entries judged from their evidence
 * @param changes those of them that have other points or another verdict now, sorted
 * @param kept entries without evidence to judge by; their results stay as they are
 * @param notGraded entries without a grade, by our doing
 */
public record RegradeSummary(int judged, List<Change> changes, int kept, int notGraded) {

  public RegradeSummary {
    changes = List.copyOf(changes);
  }

  /** An entry whose mark is another one now. */
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
