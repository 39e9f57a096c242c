package dev.drydock.batch.progress;

import dev.drydock.batch.entry.EntryId;
import dev.drydock.verdict.SubmissionResult;
import java.time.Duration;

/** Shows a batch while it runs. Called from several threads. */
public interface BatchView extends AutoCloseable {

  /** Shows nothing. */
  BatchView QUIET = new BatchView() {};

  /** The batch begins; the status may be asked at any time until {@link #close}. */
  default void begin(BatchProgress progress) {}

  default void settled(EntryId entry, SubmissionResult result, Settled how) {}

  /** An attempt failed through the grader's failure and will be repeated. */
  default void retrying(EntryId entry, String reason, int attempt, Duration delay) {}

  default void stopping(int inHand) {}

  /** One line worth knowing. */
  default void note(String line) {}

  @Override
  default void close() {}
}
