package dev.drydock.cli;

import dev.drydock.batch.Batch;
import dev.drydock.batch.BatchInterrupt;
import dev.drydock.batch.BatchSettings;
import dev.drydock.batch.BatchSummary;
import dev.drydock.batch.entry.BatchEntry;
import dev.drydock.batch.entry.IntakeKeys;
import dev.drydock.batch.progress.BarView;
import dev.drydock.batch.progress.BatchView;
import dev.drydock.batch.progress.PlainView;
import dev.drydock.grading.Grader;
import dev.drydock.submission.Intake;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** Grades many submissions with the grader of this machine. */
final class BatchGrading {

  private final CliContext context;
  private final PrintWriter err;
  private final int jobs;
  private final boolean quiet;

  BatchGrading(CliContext context, PrintWriter err, int jobs, boolean quiet) {
    this.context = context;
    this.err = err;
    this.jobs = jobs;
    this.quiet = quiet;
  }

  BatchSummary grade(List<BatchEntry> entries, Path out) throws IOException {
    try (Grader grader = new Grader(context.course(), context.home(), "auto");
        BatchView view = view()) {
      BatchSettings settings =
          BatchSettings.of(
                  out,
                  entries,
                  grader,
                  new IntakeKeys(
                      Intake.using(grader.temporaryFolder()), context.course().toString()))
              .withJobs(jobs)
              .withView(view);
      Batch batch = new Batch(settings);
      Runnable ended = BatchInterrupt.install(batch, err::println);
      try {
        return batch.run();
      } finally {
        ended.run();
      }
    }
  }

  private BatchView view() {
    if (quiet) {
      return BatchView.QUIET;
    }
    return context.isTerminal("err")
        ? new BarView(err, () -> context.style().width())
        : new PlainView(err);
  }
}
