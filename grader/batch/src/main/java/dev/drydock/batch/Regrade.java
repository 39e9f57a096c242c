package dev.drydock.batch;

import dev.drydock.batch.RegradeSummary.Change;
import dev.drydock.batch.entry.EntryId;
import dev.drydock.batch.entry.IntakeKeys;
import dev.drydock.batch.judge.JudgeAgain;
import dev.drydock.batch.judge.Sharing;
import dev.drydock.batch.progress.Settled;
import dev.drydock.batch.store.EntryRecord.Standing;
import dev.drydock.batch.store.RunFolder;
import dev.drydock.batch.store.RunLock;
import dev.drydock.batch.store.RunManifest;
import dev.drydock.batch.store.RunManifest.EntryLine;
import dev.drydock.evidence.Evidence;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExerciseHash;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges a RUN folder's evidence against the exercises as they are now. Builds nothing. */
public final class Regrade {

  private final RegradeSettings settings;
  private final RunFolder folder;
  private final Register register;
  private final Recorder recorder;
  private final Map<String, Optional<Ruled>> exercises = new ConcurrentHashMap<>();

  private Regrade(RegradeSettings settings, RunFolder folder) {
    this.settings = settings;
    this.folder = folder;
    this.register = new Register(folder, settings.clock());
    this.recorder = new Recorder(folder, settings.clock());
  }

  /** An exercise with the hash of its present form. */
  private record Ruled(Exercise exercise, String hash) {}

  private enum Kind {
    JUDGED,
    KEPT,
    NOT_GRADED
  }

  /** What became of one entry. */
  private record End(Kind kind, @Nullable Change change) {

    static final End KEPT = new End(Kind.KEPT, null);
    static final End NOT_GRADED = new End(Kind.NOT_GRADED, null);
  }

  /**
   * @throws dev.drydock.batch.store.RunFolderException when the folder is not a RUN folder, or is
   *     in use
   */
  public static RegradeSummary run(RegradeSettings settings) {
    RunFolder folder = RunFolder.open(settings.run());
    try (RunLock lock = folder.lock()) {
      return new Regrade(settings, folder).run();
    }
  }

  private RegradeSummary run() {
    List<EntryLine> lines =
        register.lines().stream().filter(line -> settings.selection().names(id(line))).toList();
    ExecutorService pool = Executors.newFixedThreadPool(settings.jobs());
    try {
      List<Future<End>> ends = new ArrayList<>();
      lines.forEach(line -> ends.add(pool.submit(() -> judge(line))));
      List<End> all = new ArrayList<>();
      for (Future<End> end : ends) {
        all.add(end.get());
      }
      RunManifest.Status status =
          folder.manifest().map(RunManifest::status).orElse(RunManifest.Status.FINISHED);
      register.write(status);
      return summary(all);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException runtime) {
        throw runtime;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static RegradeSummary summary(List<End> ends) {
    List<Change> changes =
        ends.stream()
            .flatMap(end -> Stream.ofNullable(end.change()))
            .sorted(Comparator.comparing(Change::entry))
            .toList();
    return new RegradeSummary(
        count(ends, Kind.JUDGED), changes, count(ends, Kind.KEPT), count(ends, Kind.NOT_GRADED));
  }

  private static int count(List<End> ends, Kind kind) {
    return (int) ends.stream().filter(end -> end.kind() == kind).count();
  }

  private End judge(EntryLine line) {
    Standing standing = folder.record(id(line), line.path()).standing();
    Optional<SubmissionResult> stored =
        standing == null ? folder.result(line.path()) : folder.result(line.path(), standing);
    if (stored.isEmpty() || stored.get().state() == State.NOT_GRADED) {
      return End.NOT_GRADED;
    }
    Optional<Ruled> ruled = exercises.computeIfAbsent(line.exercise(), this::ruled);
    boolean meant = !settings.selection().failedOnly() || !stored.get().passed();
    return standing == null || ruled.isEmpty() || !meant
        ? End.KEPT
        : judge(line, standing, stored.get(), ruled.get());
  }

  private End judge(EntryLine line, Standing standing, SubmissionResult stored, Ruled ruled) {
    Optional<List<Evidence>> evidence = folder.evidence(standing);
    if (evidence.isEmpty()) {
      return End.KEPT;
    }
    Map<String, String> names = dockerfiles(stored);
    List<Evidence> own = evidence.get().stream().map(one -> Sharing.renamed(one, names)).toList();
    Optional<SubmissionResult> judged =
        JudgeAgain.judge(ruled.exercise(), stored, own, stored.ignoredFiles(), ruled.hash())
            .map(result -> result.withStudent(line.student()).withNotes(stored.notes()));
    if (judged.isEmpty()) {
      return End.KEPT;
    }
    register.stored(id(line), judged.get());
    String key = IntakeKeys.judging(ruled.exercise(), names, stored.ignoredFiles(), stored.notes());
    if (!judged.get().equals(stored) || !key.equals(standing.judgingKey())) {
      Standing newer = standing.judged(key, "");
      recorder.judged(id(line), line.path(), newer, judged.get(), Settled.JUDGED.words());
    }
    Change change =
        isSameMark(stored, judged.get()) ? null : new Change(id(line), stored, judged.get());
    return new End(Kind.JUDGED, change);
  }

  private static boolean isSameMark(SubmissionResult a, SubmissionResult b) {
    return a.state() == b.state()
        && a.passed() == b.passed()
        && Double.compare(a.points(), b.points()) == 0
        && Double.compare(a.maxPoints(), b.maxPoints()) == 0;
  }

  private static Map<String, String> dockerfiles(SubmissionResult result) {
    return result.images().stream()
        .collect(
            Collectors.toMap(ImageResult::name, image -> image.dockerfile().path(), (a, b) -> a));
  }

  private Optional<Ruled> ruled(String id) {
    Optional<Ruled> ruled =
        settings
            .exercises()
            .apply(id)
            .map(exercise -> new Ruled(exercise, ExerciseHash.of(exercise)));
    ruled.ifPresent(one -> register.ruled(one.exercise(), one.hash()));
    return ruled;
  }

  private static EntryId id(EntryLine line) {
    return new EntryId(line.student(), line.exercise());
  }
}
