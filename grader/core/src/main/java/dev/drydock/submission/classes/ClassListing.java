package dev.drydock.submission.classes;

import dev.drydock.submission.folder.EntryNames;
import java.util.List;

/**
 * What was found of a class.
 *
 * @param entries to grade, by student and in course order
 * @param missing exercises that were expected of a student
 * @param problems what the instructor should know, one line each
 */
public record ClassListing(
    List<ClassEntry> entries, List<Missing> missing, List<Problem> problems) {

  public ClassListing {
    entries = List.copyOf(entries);
    missing = List.copyOf(missing);
    problems = List.copyOf(problems);
  }

  /** Nothing was found of a student for an exercise. */
  public record Missing(ClassStudent student, String exerciseId) {}

  /**
   * Something that is not as expected.
   *
   * @param about a student's id or a file's name
   */
  public record Problem(String about, String message) {

    @Override
    public String toString() {
      return EntryNames.shown(about) + ": " + message;
    }
  }
}
