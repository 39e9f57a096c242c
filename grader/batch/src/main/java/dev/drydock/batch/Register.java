package dev.drydock.batch;

import dev.drydock.Version;
import dev.drydock.batch.entry.BatchEntry;
import dev.drydock.batch.entry.EntryId;
import dev.drydock.batch.store.FileNames;
import dev.drydock.batch.store.RunFolder;
import dev.drydock.batch.store.RunFolderException;
import dev.drydock.batch.store.RunManifest;
import dev.drydock.batch.store.RunManifest.EntryLine;
import dev.drydock.batch.store.RunManifest.ExerciseLine;
import dev.drydock.batch.store.RunManifest.Status;
import dev.drydock.exercise.Exercise;
import dev.drydock.verdict.SubmissionResult;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The content of {@code run.json} while a batch works: its entries, and where their files are. */
final class Register {

  private final RunFolder folder;
  private final Clock clock;
  private final String startedAt;
  private final FileNames students = new FileNames();
  private final FileNames exerciseNames = new FileNames();
  private final SortedMap<EntryId, EntryLine> lines = new TreeMap<>();
  private final SortedMap<String, ExerciseLine> exercises = new TreeMap<>();

  Register(RunFolder folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    this.startedAt = clock.instant().toString();
    Optional<RunManifest> earlier = folder.manifest();
    earlier.ifPresent(this::remember);
  }

  private void remember(RunManifest earlier) {
    if (earlier.schemaVersion() != RunManifest.SCHEMA_VERSION) {
      throw new RunFolderException(
          folder.root() + " was written by another version of Drydock; give a new folder");
    }
    earlier.exercises().forEach(line -> exercises.put(line.id(), line));
    for (EntryLine line : earlier.entries()) {
      String[] names = line.path().split("/", -1);
      if (names.length != 2) {
        throw new RunFolderException(
            "run.json names a path that Drydock did not write: " + line.path());
      }
      students.remember(line.student(), names[0]);
      exerciseNames.remember(line.exercise(), names[1]);
      lines.put(new EntryId(line.student(), line.exercise()), line);
    }
  }

  /**
   * Add a batch's entries to the existing ones, and write them.
   *
   * @throws RunFolderException when an entry appears twice
   */
  void add(Collection<BatchEntry> entries, Map<String, String> hashes) {
    Map<EntryId, BatchEntry> seen = new HashMap<>();
    for (BatchEntry entry : entries.stream().sorted(this::byName).toList()) {
      BatchEntry other = seen.put(entry.id(), entry);
      if (other != null) {
        throw new RunFolderException(
            "two submissions of %s: %s and %s"
                .formatted(entry.id(), other.source(), entry.source()));
      }
      Exercise exercise = entry.exercise();
      ruled(exercise, hashes.getOrDefault(exercise.id(), ""));
      lines.put(entry.id(), line(entry, lines.get(entry.id())));
    }
    write(Status.RUNNING);
  }

  /** Record an exercise as it is now. */
  synchronized void ruled(Exercise exercise, String hash) {
    exercises.put(
        exercise.id(),
        new ExerciseLine(exercise.id(), exercise.title(), exercise.maxPoints(), hash));
  }

  private int byName(BatchEntry a, BatchEntry b) {
    return a.id().compareTo(b.id());
  }

  private EntryLine line(BatchEntry entry, @Nullable EntryLine earlier) {
    String path = students.of(entry.student()) + "/" + exerciseNames.of(entry.exercise().id());
    Instant at = entry.submittedAt();
    return new EntryLine(
        entry.student(),
        entry.exercise().id(),
        path,
        RunFolder.RESULTS + "/" + path + ".json",
        entry.source().toString(),
        at == null ? null : at.toString(),
        entry.markedLate(),
        earlier == null ? null : earlier.state(),
        earlier != null && earlier.passed(),
        earlier == null ? 0 : earlier.points());
  }

  String path(EntryId id) {
    EntryLine line = lines.get(id);
    if (line == null) {
      throw new IllegalArgumentException("not in this run: " + id);
    }
    return line.path();
  }

  List<EntryLine> lines() {
    return List.copyOf(lines.values());
  }

  /** Record the result in an entry's file. */
  synchronized void stored(EntryId id, SubmissionResult result) {
    lines.computeIfPresent(
        id,
        (same, line) ->
            new EntryLine(
                line.student(),
                line.exercise(),
                line.path(),
                line.result(),
                line.source(),
                line.submittedAt(),
                line.markedLate(),
                result.state(),
                result.passed(),
                result.points()));
  }

  synchronized void write(Status status) {
    folder.write(
        new RunManifest(
            RunManifest.SCHEMA_VERSION,
            Version.current(),
            status,
            startedAt,
            clock.instant().toString(),
            List.copyOf(exercises.values()),
            List.copyOf(lines.values())));
  }
}
