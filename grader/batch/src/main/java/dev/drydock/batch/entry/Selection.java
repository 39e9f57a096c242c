package dev.drydock.batch.entry;

import java.util.Set;

/**
 * Which entries of a run are meant.
 *
 * @param students empty for all
 * @param exercises ids, empty for all
 * @param failedOnly only those that have not passed, whatever the reason; they are graded again
 *     even if nothing has changed
 */
public record Selection(Set<String> students, Set<String> exercises, boolean failedOnly) {

  public static final Selection ALL = new Selection(Set.of(), Set.of(), false);

  public Selection {
    students = Set.copyOf(students);
    exercises = Set.copyOf(exercises);
  }

  /** Whether an entry is meant as far as its name goes. */
  public boolean names(EntryId id) {
    return (students.isEmpty() || students.contains(id.student()))
        && (exercises.isEmpty() || exercises.contains(id.exercise()));
  }

  /**
   * @param passed whether its newest result says so; false where there is none
   */
  public boolean includes(EntryId id, boolean passed) {
    return names(id) && !(failedOnly && passed);
  }
}
