package dev.drydock.batch.entry;

import dev.drydock.exercise.Exercise;
import dev.drydock.submission.classes.ClassEntry;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A submission to grade.
 *
 * @param source folder or archive
 * @param submittedAt when it was handed in, null when unknown
 * @param markedLate whether the platform it comes from marked it late
 */
public record BatchEntry(
    String student,
    Exercise exercise,
    Path source,
    @Nullable Instant submittedAt,
    boolean markedLate) {

  public static BatchEntry of(String student, Exercise exercise, Path source) {
    return new BatchEntry(student, exercise, source, null, false);
  }

  /** What intake found in a class. */
  public static BatchEntry of(ClassEntry found) {
    return new BatchEntry(
        found.student().id(),
        found.exercise(),
        found.source(),
        found.submittedAt(),
        found.student().late());
  }

  public EntryId id() {
    return new EntryId(student, exercise.id());
  }
}
