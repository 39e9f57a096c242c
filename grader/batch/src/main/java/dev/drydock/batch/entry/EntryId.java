package dev.drydock.batch.entry;

import dev.drydock.exercise.CourseOrder;
import java.util.Comparator;

/**
 * One student's work on one exercise.
 *
 * @param student as the class names them: any text, never part of a path
 * @param exercise its id: {@code 3.9}
 */
public record EntryId(String student, String exercise) implements Comparable<EntryId> {

  private static final Comparator<EntryId> ORDER =
      Comparator.comparing(EntryId::student).thenComparing(EntryId::exercise, CourseOrder.OF_IDS);

  public EntryId {
    if (student.isEmpty() || exercise.isEmpty()) {
      throw new IllegalArgumentException("an entry has a student and an exercise");
    }
  }

  @Override
  public int compareTo(EntryId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return student + " " + exercise;
  }
}
