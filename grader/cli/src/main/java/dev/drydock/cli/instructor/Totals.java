package dev.drydock.cli.instructor;

import dev.drydock.batch.BatchSummary;
import dev.drydock.batch.progress.BatchStatus;

/** A batch's counts in one line. */
final class Totals {

  private Totals() {}

  static String of(BatchSummary summary) {
    BatchStatus status = summary.status();
    return status.passed()
        + " passed, "
        + status.failed()
        + " not passed, "
        + status.notGradable()
        + " not gradable, "
        + summary.ungraded().size()
        + " not graded";
  }
}
