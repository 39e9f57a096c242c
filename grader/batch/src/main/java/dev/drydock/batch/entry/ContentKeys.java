package dev.drydock.batch.entry;

/** Finds the content key of an entry. Safe for use by several threads at once. */
public interface ContentKeys {

  /**
   * @throws java.io.UncheckedIOException when the submission cannot be read for a reason of ours
   */
  ContentKey of(BatchEntry entry);
}
