package dev.drydock.batch.judge;

import dev.drydock.batch.entry.EntryId;
import dev.drydock.batch.entry.Selection;
import dev.drydock.batch.store.RunFolder;
import dev.drydock.batch.store.RunFolderException;
import dev.drydock.batch.store.RunManifest;
import dev.drydock.batch.store.RunManifest.EntryLine;
import dev.drydock.batch.store.RunManifest.ExerciseLine;
import dev.drydock.verdict.GradingEnvironment;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The marks of a RUN folder, by student and exercise. */
public final class Marks {

  private Marks() {}

  /**
   * Read the marks.
   *
   * @param due deadlines, by exercise id
   * @return of all selected entries, sorted
   */
  public static List<Mark> read(
      RunFolder folder, Selection selection, Overrides overrides, Map<String, Instant> due) {
    RunManifest manifest =
        folder
            .manifest()
            .orElseThrow(() -> new RunFolderException(folder.root() + " is not a RUN folder"));
    Map<String, ExerciseLine> lines = new HashMap<>();
    manifest.exercises().forEach(line -> lines.put(line.id(), line));
    return manifest.entries().parallelStream()
        .filter(line -> selection.names(id(line)))
        .map(line -> mark(folder, line, lines.get(line.exercise()), overrides, due))
        .filter(mark -> selection.includes(mark.id(), mark.result().passed()))
        .sorted(Comparator.comparing(Mark::id))
        .toList();
  }

  private static Mark mark(
      RunFolder folder,
      EntryLine line,
      @Nullable ExerciseLine exercise,
      Overrides overrides,
      Map<String, Instant> due) {
    return new Mark(
        id(line),
        exercise == null ? "" : exercise.title(),
        line.path(),
        folder.result(line.path()).orElseGet(() -> notReached(line, exercise)),
        overrides.of(id(line)).orElse(null),
        folder.record(id(line), line.path()).attempts(),
        instant(line.submittedAt()),
        line.markedLate(),
        due.get(line.exercise()));
  }

  /** What a stopped run did not reach is not graded either. */
  private static SubmissionResult notReached(EntryLine line, @Nullable ExerciseLine exercise) {
    return new SubmissionResult(
        SubmissionResult.SCHEMA_VERSION,
        line.exercise(),
        line.student(),
        State.NOT_GRADED,
        false,
        0,
        exercise == null ? 0 : exercise.maxPoints(),
        List.of(),
        "the run ended before it was graded; the same batch command resumes",
        new GradingEnvironment("", exercise == null ? "" : exercise.hash(), "", "", "", List.of()),
        List.of(),
        List.of());
  }

  private static EntryId id(EntryLine line) {
    return new EntryId(line.student(), line.exercise());
  }

  private static @Nullable Instant instant(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (java.time.format.DateTimeParseException e) {
      return null;
    }
  }
}
