package dev.drydock.batch;

import dev.drydock.batch.entry.BatchEntry;
import dev.drydock.batch.entry.ContentKeys;
import dev.drydock.batch.entry.Selection;
import dev.drydock.batch.progress.BatchView;
import dev.drydock.pipeline.SubmissionGrader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What a batch is to do.
 *
 * @param out the RUN folder
 * @param jobs submissions worked on at a time
 * @param grace how long submissions in hand may go on after a stop
 * @param limit after which a submission's worker is considered lost
 */
public record BatchSettings(
    Path out,
    List<BatchEntry> entries,
    SubmissionGrader grader,
    ContentKeys keys,
    int jobs,
    Selection selection,
    RetryPolicy retry,
    BatchView view,
    Clock clock,
    Duration grace,
    Duration limit) {

  public BatchSettings {
    entries = List.copyOf(entries);
    if (jobs < 1) {
      throw new IllegalArgumentException("jobs must be at least 1, was " + jobs);
    }
  }

  /** All entries, two at a time, quietly. */
  public static BatchSettings of(
      Path out, List<BatchEntry> entries, SubmissionGrader grader, ContentKeys keys) {
    return new BatchSettings(
        out,
        entries,
        grader,
        keys,
        2,
        Selection.ALL,
        RetryPolicy.standard(),
        BatchView.QUIET,
        Clock.systemUTC(),
        Duration.ofSeconds(5),
        Duration.ofHours(1));
  }

  public BatchSettings withJobs(int number) {
    return with(number, selection, retry, view);
  }

  public BatchSettings withSelection(Selection selected) {
    return with(jobs, selected, retry, view);
  }

  public BatchSettings withRetry(RetryPolicy policy) {
    return with(jobs, selection, policy, view);
  }

  public BatchSettings withView(BatchView shown) {
    return with(jobs, selection, retry, shown);
  }

  private BatchSettings with(
      int newJobs, Selection newSelection, RetryPolicy newRetry, BatchView newView) {
    return new BatchSettings(
        out, entries, grader, keys, newJobs, newSelection, newRetry, newView, clock, grace, limit);
  }
}
