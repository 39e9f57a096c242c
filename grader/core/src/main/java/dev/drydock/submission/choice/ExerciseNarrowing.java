package dev.drydock.submission.choice;

import dev.drydock.exercise.Exercise;
import dev.drydock.submission.folder.EntryNames;
import dev.drydock.submission.folder.SubmissionTree;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** In what a student handed in for the whole course, the folder that is about one exercise. */
public final class ExerciseNarrowing {

  private static final int MAX_DEPTH = 4;

  private ExerciseNarrowing() {}

  /**
   * The name, with its slash, of the folder for an exercise: {@code exercises/3.9-multi-stage/};
   * empty when there is none, or not only one.
   */
  public static String folderFor(Exercise exercise, SubmissionTree tree) {
    for (Fit fit : Fit.values()) {
      List<String> found =
          tree.folders().stream()
              .filter(folder -> EntryNames.depth(folder) <= MAX_DEPTH)
              .filter(folder -> !folder.startsWith(".") && !folder.contains("/."))
              .filter(folder -> fit.holds(lastOf(folder), exercise))
              .sorted(Comparator.comparingInt(EntryNames::depth))
              .toList();
      if (!found.isEmpty()) {
        boolean only =
            found.size() == 1 || EntryNames.depth(found.get(0)) < EntryNames.depth(found.get(1));
        return only ? found.get(0) : "";
      }
    }
    return "";
  }

  /** Whether a folder or an archive of this name, without its ending, is about an exercise. */
  public static boolean standsFor(String name, Exercise exercise) {
    String lower = EntryNames.lower(name);
    return Stream.of(Fit.values()).anyMatch(fit -> fit.holds(lower, exercise));
  }

  private static String lastOf(String folder) {
    String name = folder.substring(0, folder.length() - 1);
    return EntryNames.lower(name.substring(name.lastIndexOf('/') + 1));
  }

  /** How a folder's name stands for an exercise, best first. */
  private enum Fit {
    FOLDER_NAME,
    ID,
    BEGINS_WITH_ID,
    WORD_AND_ID;

    boolean holds(String name, Exercise exercise) {
      String id = exercise.id();
      return switch (this) {
        case FOLDER_NAME -> name.equals(EntryNames.lower(exercise.folderName()));
        case ID -> name.equals(id) || name.equals(id.replace('.', '_'));
        case BEGINS_WITH_ID -> name.matches(Pattern.quote(id) + "[^0-9.].*");
        case WORD_AND_ID ->
            name.matches("(ex|exercise|task|part|assignment)[ _-]?0?" + id.replace(".", "[._-]"));
      };
    }
  }
}
