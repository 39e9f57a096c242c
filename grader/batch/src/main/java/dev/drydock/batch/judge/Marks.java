package dev.drydock.batch.judge;

import dev.drydock.batch.entry.EntryId;
import dev.drydock.batch.entry.Selection;
import dev.drydock.batch.store.RunFolder;
import dev.drydock.batch.store.RunFolderException;
import dev.drydock.batch.store.RunManifest;
import dev.drydock.batch.store.RunManifest.EntryLine;
import dev.drydock.batch.store.RunManifest.ExerciseLine;
import dev.drydock.grade.SubmissionResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The marks of a RUN folder, by student and exercise. */
public final class Marks {

  private Marks() {}

  /**
   * Read the marks.
   *
   * @param due end of the time for handing in, by exercise id
   * @return of the entries that have a result, sorted
   */
  public static List<Mark> read(
      RunFolder folder, Selection selection, Overrides overrides, Map<String, Instant> due) {
    RunManifest manifest =
        folder
            .manifest()
            .orElseThrow(() -> new RunFolderException(folder.root() + " is not a RUN folder"));
    Map<String, String> titles = new HashMap<>();
    for (ExerciseLine exercise : manifest.exercises()) {
      titles.put(exercise.id(), exercise.title());
    }
    List<Mark> marks = new ArrayList<>();
    for (EntryLine line : manifest.entries()) {
      EntryId id = new EntryId(line.student(), line.exercise());
      Optional<SubmissionResult> result =
          selection.names(id) ? folder.result(line.path()) : Optional.empty();
      result
          .filter(one -> selection.includes(id, one.passed()))
          .map(
              one ->
                  new Mark(
                      id,
                      titles.getOrDefault(line.exercise(), ""),
                      line.path(),
                      one,
                      overrides.of(id).orElse(null),
                      instant(line.submittedAt()),
                      due.get(line.exercise())))
          .ifPresent(marks::add);
    }
    return marks.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
  }

  private static @Nullable Instant instant(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (java.time.format.DateTimeParseException e) {
      return null;
    }
  }
}
