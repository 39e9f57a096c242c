package dev.drydock.batch.store;

import dev.drydock.batch.entry.ContentKey;
import dev.drydock.verdict.SubmissionResult.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code logs/<student>/<exercise>.json}: what an entry's result was made from, and what was tried.
 * Written last: a result without a record counts as not written.
 *
 * @param standing null when no attempt has led to a grade yet
 * @param attempts oldest first, the last {@link #KEPT}
 */
public record EntryRecord(
    int schemaVersion,
    String student,
    String exercise,
    @Nullable Standing standing,
    List<Attempt> attempts) {

  public static final int SCHEMA_VERSION = 1;
  public static final int KEPT = 50;

  public EntryRecord {
    attempts = attempts == null ? List.of() : List.copyOf(attempts);
  }

  public static EntryRecord empty(String student, String exercise) {
    return new EntryRecord(SCHEMA_VERSION, student, exercise, null, List.of());
  }

  public EntryRecord with(Attempt attempt) {
    List<Attempt> all = new ArrayList<>(attempts);
    all.add(attempt);
    int from = Math.max(0, all.size() - KEPT);
    return new EntryRecord(
        schemaVersion, student, exercise, standing, all.subList(from, all.size()));
  }

  public EntryRecord with(@Nullable Standing newStanding) {
    return new EntryRecord(schemaVersion, student, exercise, newStanding, attempts);
  }

  /**
   * What the stored result was made from.
   *
   * @param collectionKey see {@link dev.drydock.batch.entry.ContentKey}
   * @param submissionKey the part of it that does not depend on the engine
   * @param resultPrint hash of the result's file
   * @param images whose evidence is stored under the collection key, in order
   */
  public record Standing(
      String collectionKey,
      String submissionKey,
      String judgingKey,
      String resultPrint,
      List<String> images) {

    public Standing {
      images = List.copyOf(images);
    }

    /** The same evidence, judged again under a new key. */
    public Standing judged(String newJudgingKey, String newResultPrint) {
      return new Standing(collectionKey, submissionKey, newJudgingKey, newResultPrint, images);
    }

    /**
     * Whether the evidence is that of a submission. If no engine can tell, its base images count as
     * unchanged.
     */
    public boolean isOf(ContentKey key) {
      return key.isComplete()
          ? collectionKey.equals(key.collection())
          : submissionKey.equals(key.submission());
    }
  }

  /**
   * One attempt.
   *
   * @param at when it ended
   * @param how {@code graded}, {@code judged again}, or whose identical submission was graded
   * @param millis it took
   * @param kept whether an older grade was kept because this attempt led to none
   */
  public record Attempt(
      Instant at,
      String how,
      long millis,
      State state,
      boolean passed,
      double points,
      boolean kept,
      @Nullable String message) {

    public Attempt {
      Objects.requireNonNull(at);
      Objects.requireNonNull(how);
      Objects.requireNonNull(state);
    }
  }
}
