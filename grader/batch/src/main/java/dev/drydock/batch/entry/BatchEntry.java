package dev.drydock.batch.entry;

import dev.drydock.exercise.Exercise;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A submission to grade.
 *
 * @param source folder or archive
 * @param submittedAt when it was handed in, null when that is not known
 */
public record BatchEntry(
    String student, Exercise exercise, Path source, @Nullable Instant submittedAt) {

  public static BatchEntry of(String student, Exercise exercise, Path source) {
    return new BatchEntry(student, exercise, source, null);
  }

  public EntryId id() {
    return new EntryId(student, exercise.id());
  }
}
