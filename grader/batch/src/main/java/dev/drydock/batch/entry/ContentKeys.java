package dev.drydock.batch.entry;

/** Reads entries and finds their content keys. Safe for use by several threads at once. */
public interface ContentKeys {

  /**
   * @throws java.io.UncheckedIOException when the submission cannot be read, through the grader's
   *     failure
   */
  KeyedSubmission read(BatchEntry entry);
}
