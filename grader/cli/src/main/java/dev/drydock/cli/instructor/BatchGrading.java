package dev.drydock.cli.instructor;

import dev.drydock.batch.Batch;
import dev.drydock.batch.BatchInterrupt;
import dev.drydock.batch.BatchSettings;
import dev.drydock.batch.BatchSummary;
import dev.drydock.batch.entry.BatchEntry;
import dev.drydock.batch.entry.IntakeKeys;
import dev.drydock.batch.entry.Selection;
import dev.drydock.batch.progress.BarView;
import dev.drydock.batch.progress.BatchView;
import dev.drydock.batch.progress.PlainView;
import dev.drydock.cli.call.CliContext;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.pipeline.Grader;
import dev.drydock.pipeline.Slots;
import dev.drydock.pipeline.Unsheltered;
import dev.drydock.submission.choice.Intake;
import dev.drydock.text.Printable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** Grades many submissions with this machine's grader. */
final class BatchGrading implements AutoCloseable {

  private final CliContext context;
  private final PrintWriter err;
  private final int jobs;
  private final boolean quiet;
  private final Grader grader;
  private final BatchInterrupt interrupt;

  BatchGrading(CliContext context, PrintWriter err, int jobs, boolean quiet) {
    this.context = context;
    this.err = err;
    this.jobs = jobs;
    this.quiet = quiet;
    this.interrupt = BatchInterrupt.install(err::println);
    this.grader = new Grader(context.course(), context.home(), "auto", Slots.of(jobs, jobs));
  }

  /** A folder for unpacked archives; removed on closing or, after a kill, by the next clean-up. */
  Path temporaryFolder() {
    return grader.temporaryFolder();
  }

  /**
   * Make sure that strangers' programs do not reach the machine that they run on.
   *
   * @throws InfrastructureException when they do
   */
  void requireShelter() {
    try {
      grader.requireShelter(this::warn);
    } catch (Unsheltered e) {
      throw new InfrastructureException(
          e.getMessage()
              + "; nothing was graded: run it as root on the engine's own Linux machine or, if you"
              + " know these students, with --trust-students",
          e);
    }
  }

  private void warn(String words) {
    err.println("! " + Printable.line(words, 300));
    err.flush();
  }

  BatchSummary grade(List<BatchEntry> entries, Selection selection, Path out) {
    BatchSettings settings =
        BatchSettings.of(
                out,
                entries,
                grader,
                new IntakeKeys(
                    Intake.using(grader.temporaryFolder()), context.course(), grader::conditions))
            // one per build slot and one per run slot
            .withJobs(2 * jobs)
            .withSelection(selection)
            .withView(view());
    Batch batch = new Batch(settings);
    interrupt.stops(batch);
    return batch.run();
  }

  private BatchView view() {
    if (quiet) {
      return BatchView.QUIET;
    }
    return context.isTerminal("err")
        ? new BarView(err, () -> context.style().width())
        : new PlainView(err);
  }

  @Override
  public void close() {
    // who is told to stop before there is a batch cleans up all the same
    boolean interrupted = Thread.interrupted();
    try {
      grader.close();
    } finally {
      interrupt.close();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
