package dev.drydock.cli.instructor;

import dev.drydock.batch.BatchSummary;
import dev.drydock.batch.progress.BatchStatus;
import dev.drydock.verdict.Verdict;

/** A batch's counts in one line. */
final class Totals {

  private Totals() {}

  static String of(BatchSummary summary) {
    BatchStatus status = summary.status();
    return String.join(
        ", ",
        count(status.passed(), Verdict.PASSED),
        count(status.failed(), Verdict.NOT_PASSED),
        count(status.notGradable(), Verdict.NOT_GRADABLE),
        count(summary.ungraded().size(), Verdict.NOT_GRADED));
  }

  private static String count(int number, Verdict verdict) {
    return number + " " + verdict.words();
  }
}
