package dev.drydock.batch.entry;

import java.util.Set;

/**
 * Which entries of a run to take.
 *
 * @param students empty for all
 * @param exercises ids, empty for all
 * @param failedOnly only those that have not passed, for any reason; they are graded again even if
 *     nothing has changed
 */
public record Selection(Set<String> students, Set<String> exercises, boolean failedOnly) {

  public static final Selection ALL = new Selection(Set.of(), Set.of(), false);

  public Selection {
    students = Set.copyOf(students);
    exercises = Set.copyOf(exercises);
  }

  /** Whether an entry's name is selected. */
  public boolean names(EntryId id) {
    return (students.isEmpty() || students.contains(id.student()))
        && (exercises.isEmpty() || exercises.contains(id.exercise()));
  }

  /**
   * @param passed whether its newest result passed; false if there is none
   */
  public boolean includes(EntryId id, boolean passed) {
    return names(id) && !(failedOnly && passed);
  }
}
