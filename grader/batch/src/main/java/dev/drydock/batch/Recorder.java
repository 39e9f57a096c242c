package dev.drydock.batch;

import dev.drydock.batch.entry.ContentKey;
import dev.drydock.batch.entry.EntryId;
import dev.drydock.batch.progress.Settled;
import dev.drydock.batch.store.EntryRecord;
import dev.drydock.batch.store.EntryRecord.Attempt;
import dev.drydock.batch.store.EntryRecord.Standing;
import dev.drydock.batch.store.RunFolder;
import dev.drydock.pipeline.GradedSubmission;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Writes grades and attempts to a RUN folder. An older grade survives attempts that led to none.
 */
final class Recorder {

  private final RunFolder folder;
  private final Clock clock;

  Recorder(RunFolder folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * @param stored what the result's file holds now
   * @param kept whether that is older than the attempt
   */
  record Recorded(SubmissionResult stored, boolean kept) {}

  /** Write only the history of an attempt that will be repeated. */
  void tried(Member member, SubmissionResult result, long millis) {
    EntryRecord record = folder.record(member.id(), member.path());
    boolean kept = older(member.path(), record).isPresent();
    folder.write(member.path(), record.with(attempt(result, "graded", millis, kept)));
  }

  /**
   * Write the end of an entry.
   *
   * @param how {@link Settled#words}, or whose grade it shares
   */
  Recorded record(Member member, GradedSubmission graded, String how, long millis) {
    return graded.result().state() == State.NOT_GRADED
        ? ungraded(member.id(), member.path(), graded.result(), how, millis)
        : graded(member, graded, how, millis);
  }

  private Recorded graded(Member member, GradedSubmission graded, String how, long millis) {
    ContentKey key = member.key();
    List<String> images = folder.write(key.collection(), graded.evidence());
    Standing standing = new Standing(key.collection(), key.submission(), key.judging(), "", images);
    SubmissionResult result = graded.result().withStudent(member.entry().student());
    write(member.id(), member.path(), standing, result, how, millis);
    return new Recorded(result, false);
  }

  /** Write a result made from evidence already stored. */
  void judged(EntryId id, String path, Standing standing, SubmissionResult result, String how) {
    write(id, path, standing, result, how, 0);
  }

  private void write(
      EntryId id, String path, Standing made, SubmissionResult result, String how, long millis) {
    String print = folder.write(path, result);
    Standing standing = made.judged(made.judgingKey(), print);
    EntryRecord record = folder.record(id, path);
    folder.write(path, record.with(standing).with(attempt(result, how, millis, false)));
  }

  /** Write that an entry could not be graded, replacing anything but an older grade. */
  Recorded ungraded(EntryId id, String path, SubmissionResult attempted, String how, long millis) {
    SubmissionResult result = attempted.withStudent(id.student());
    EntryRecord record = folder.record(id, path);
    Optional<SubmissionResult> older = older(path, record);
    EntryRecord written = record;
    if (older.isEmpty()) {
      folder.write(path, result);
      written = record.with((Standing) null);
    }
    folder.write(path, written.with(attempt(result, how, millis, older.isPresent())));
    return new Recorded(older.orElse(result), older.isPresent());
  }

  private Optional<SubmissionResult> older(String path, EntryRecord record) {
    Standing standing = record.standing();
    return standing == null ? Optional.empty() : folder.result(path, standing);
  }

  private Attempt attempt(SubmissionResult result, String how, long millis, boolean kept) {
    return new Attempt(
        clock.instant(),
        how,
        millis,
        result.state(),
        result.passed(),
        result.points(),
        kept,
        result.message());
  }
}
