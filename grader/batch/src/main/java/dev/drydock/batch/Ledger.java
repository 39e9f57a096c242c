package dev.drydock.batch;

import dev.drydock.batch.BatchSummary.Ungraded;
import dev.drydock.batch.Recorder.Recorded;
import dev.drydock.batch.entry.EntryId;
import dev.drydock.batch.progress.BatchProgress;
import dev.drydock.batch.progress.BatchView;
import dev.drydock.batch.progress.Settled;
import dev.drydock.batch.store.RunFolder;
import dev.drydock.pipeline.GradedSubmission;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Records how each entry ends: in the folder, in the counts, on the screen. */
final class Ledger {

  private final Recorder recorder;
  private final Register register;
  private final BatchProgress progress;
  private final BatchView view;
  private final SortedMap<EntryId, Ungraded> ungraded = new TreeMap<>();
  private final Set<EntryId> done = ConcurrentHashMap.newKeySet();

  Ledger(RunFolder folder, Register register, BatchProgress progress, BatchSettings settings) {
    this.recorder = new Recorder(folder, settings.clock());
    this.register = register;
    this.progress = progress;
    this.view = settings.view();
  }

  BatchProgress progress() {
    return progress;
  }

  /** The result of an earlier call still holds. */
  void kept(EntryId id, SubmissionResult result) {
    register.stored(id, result);
    settled(id, result, Settled.UNCHANGED);
  }

  /**
   * An entry is graded, or not gradable, or all attempts failed.
   *
   * @throws UncheckedIOException when it cannot be written
   */
  void record(Member member, GradedSubmission graded, Settled how, String words, long millis) {
    Recorded recorded = recorder.record(member, graded, words, millis);
    register.stored(member.id(), recorded.stored());
    if (graded.result().state() == State.NOT_GRADED) {
      note(member.id(), graded.result(), recorded.kept());
    }
    settled(member.id(), graded.result(), how);
  }

  /** An entry could not even be read, or its end could not be written. */
  void lost(EntryId id, String path, SubmissionResult result) {
    boolean kept = false;
    try {
      Recorded recorded = recorder.ungraded(id, path, result, Settled.GRADED.words(), 0);
      register.stored(id, recorded.stored());
      kept = recorded.kept();
    } catch (UncheckedIOException e) {
      view.note(id + ": " + InfrastructureResult.cause(e));
    }
    note(id, result, kept);
    settled(id, result, Settled.GRADED);
  }

  /** An attempt that will be repeated. */
  void tried(Member member, SubmissionResult result, long millis) {
    try {
      recorder.tried(member, result, millis);
    } catch (UncheckedIOException e) {
      view.note(member.id() + ": " + InfrastructureResult.cause(e));
    }
  }

  BatchSummary summary() {
    List<Ungraded> all;
    synchronized (ungraded) {
      all = ungraded.values().stream().sorted(Comparator.comparing(Ungraded::entry)).toList();
    }
    return new BatchSummary(progress.status(), all, progress.status().left() > 0);
  }

  private void note(EntryId id, SubmissionResult result, boolean kept) {
    String message = result.message();
    synchronized (ungraded) {
      ungraded.put(id, new Ungraded(id, message == null ? "" : message, kept));
    }
  }

  /** Once per entry: a group whose writing failed halfway is graded again. */
  private void settled(EntryId id, SubmissionResult result, Settled how) {
    if (!done.add(id)) {
      return;
    }
    progress.settled(result, how);
    view.settled(id, result, how);
  }
}
