package dev.drydock.batch;

import dev.drydock.batch.entry.BatchEntry;
import dev.drydock.batch.entry.EntryId;
import dev.drydock.batch.progress.BatchProgress;
import dev.drydock.batch.store.RunFolder;
import dev.drydock.batch.store.RunLock;
import dev.drydock.batch.store.RunManifest.Status;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExerciseHash;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Grades a class into a RUN folder. A second call on the same folder grades only what changed, and
 * resumes a call that was stopped or killed.
 */
public final class Batch {

  private final BatchSettings settings;
  private final Stop stop = new Stop();
  private volatile boolean ended;

  public Batch(BatchSettings settings) {
    this.settings = settings;
  }

  public static BatchSummary run(BatchSettings settings) {
    return new Batch(settings).run();
  }

  /**
   * Grade until all is done or {@link #stop} is called. Once only.
   *
   * @throws dev.drydock.batch.store.RunFolderException when the folder is in use or not Drydock's,
   *     or an entry appears twice
   */
  public BatchSummary run() {
    RunFolder folder = RunFolder.prepare(settings.out());
    try (RunLock lock = folder.lock()) {
      return run(folder);
    } finally {
      ended = true;
    }
  }

  /**
   * Take on nothing more; {@link #run} returns soon. Work in progress may finish within the grace
   * period.
   */
  public void stop() {
    stop.now();
  }

  /** Whether {@link #run} has returned. */
  public boolean hasEnded() {
    return ended;
  }

  private BatchSummary run(RunFolder folder) {
    Map<String, String> hashes = hashes();
    Register register = new Register(folder, settings.clock());
    register.add(settings.entries(), hashes);
    List<BatchEntry> entries = selected(folder, register);
    BatchProgress progress = new BatchProgress(entries.size(), settings.clock());
    settings.view().begin(progress);
    Ledger ledger = new Ledger(folder, register, progress, settings);
    try {
      Planner planner =
          new Planner(folder, register.lines(), hashes, settings.selection().failedOnly());
      KeptSubmissions submissions = new KeptSubmissions(settings.keys());
      BatchWork work = new BatchWork(settings, ledger, hashes, stop, submissions);
      List<Group> groups = new Preparation(work, planner).prepare(entries, register);
      new Workforce(work).work(groups);
    } finally {
      settings.view().close();
      boolean all = progress.status().left() == 0;
      register.write(all ? Status.FINISHED : Status.INTERRUPTED);
    }
    return ledger.summary();
  }

  private Map<String, String> hashes() {
    Map<String, String> hashes = new HashMap<>();
    for (BatchEntry entry : settings.entries()) {
      Exercise exercise = entry.exercise();
      hashes.computeIfAbsent(exercise.id(), id -> ExerciseHash.of(exercise));
    }
    return hashes;
  }

  private List<BatchEntry> selected(RunFolder folder, Register register) {
    return settings.entries().stream()
        .filter(entry -> settings.selection().names(entry.id()))
        .filter(
            entry -> !settings.selection().failedOnly() || !hasPassed(folder, register, entry.id()))
        .sorted(Comparator.comparing(BatchEntry::id))
        .toList();
  }

  private static boolean hasPassed(RunFolder folder, Register register, EntryId id) {
    return folder.result(register.path(id)).filter(Batch::isPassed).isPresent();
  }

  private static boolean isPassed(SubmissionResult result) {
    return result.state() == State.GRADED && result.passed();
  }
}
