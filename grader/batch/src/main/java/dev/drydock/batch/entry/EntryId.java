package dev.drydock.batch.entry;

import java.util.Comparator;

/**
 * One student's work on one exercise.
 *
 * @param student as the class names them: any text, never part of a path
 * @param exercise its id: {@code 3.9}
 */
public record EntryId(String student, String exercise) implements Comparable<EntryId> {

  private static final Comparator<EntryId> ORDER =
      Comparator.comparing(EntryId::student).thenComparing(EntryId::exercise, EntryId::byNumbers);

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

  /** 3.9 comes before 3.10. */
  private static int byNumbers(String a, String b) {
    String[] left = a.split("\\.", -1);
    String[] right = b.split("\\.", -1);
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      int byLength =
          isNumber(left[i]) && isNumber(right[i]) ? left[i].length() - right[i].length() : 0;
      int order = byLength != 0 ? byLength : left[i].compareTo(right[i]);
      if (order != 0) {
        return order;
      }
    }
    return left.length != right.length ? left.length - right.length : a.compareTo(b);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
