package dev.drydock.submission.classes;

import dev.drydock.exercise.Exercise;
import dev.drydock.submission.classes.ClassListing.Missing;
import dev.drydock.submission.classes.ClassListing.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the submissions of a class in what instructors have: a folder with a folder or an archive
 * for each student, or what Moodle and Canvas let them download, packed or not.
 */
public final class ClassIntake {

  private final List<Exercise> all;
  private final List<Exercise> asked;
  private final boolean expectsAllAsked;
  private final Path work;
  private final SubmissionTimes times;

  private ClassIntake(
      List<Exercise> all,
      List<Exercise> asked,
      boolean expectsAllAsked,
      Path work,
      SubmissionTimes times) {
    this.all = List.copyOf(all);
    this.asked = List.copyOf(asked);
    this.expectsAllAsked = expectsAllAsked;
    this.work = work;
    this.times = times;
  }

  /**
   * For every exercise of the course; those that nobody handed in are not missed.
   *
   * @param course in its order
   * @param work folder that lasts as long as the entries are used; made when needed
   */
  public static ClassIntake ofCourse(List<Exercise> course, Path work, SubmissionTimes times) {
    return new ClassIntake(course, course, false, work, times);
  }

  /**
   * For some exercises of the course, each of them expected of everyone.
   *
   * @param course in its order
   * @param asked of it; where it is one, a student's folder may be the exercise itself
   */
  public static ClassIntake of(
      List<Exercise> course, List<Exercise> asked, Path work, SubmissionTimes times) {
    return new ClassIntake(course, asked, true, work, times);
  }

  /**
   * Look through a class.
   *
   * @param source folder, or an archive of one
   * @throws UnreadableClass when it is neither
   */
  public ClassListing read(Path source) {
    List<Problem> problems = new ArrayList<>();
    Map<ClassStudent, Path> students =
        new ClassFolders(work, problems)
            .find(folder(source.toAbsolutePath().normalize(), problems));
    StudentWork finder = new StudentWork(all, asked);
    List<Found> found = new ArrayList<>();
    students.forEach((student, path) -> found.add(new Found(student, path, finder.find(path))));

    Set<Exercise> expected = expected(found);
    List<ClassEntry> entries = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    for (Found one : found) {
      one.work().problems().forEach(text -> problems.add(new Problem(one.student().id(), text)));
      for (Exercise exercise : asked) {
        Path path = one.pathFor(exercise, expected);
        if (path != null) {
          entries.add(
              new ClassEntry(
                  one.student(),
                  exercise,
                  path,
                  times.of(path).or(() -> times.of(one.path())).orElse(null)));
        } else if (expected.contains(exercise)) {
          missing.add(new Missing(one.student(), exercise.id()));
        }
      }
    }
    return new ClassListing(entries, missing, problems);
  }

  private Path folder(Path source, List<Problem> problems) {
    try {
      Files.createDirectories(work);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (Files.isDirectory(source)) {
      return source;
    }
    if (!Files.isRegularFile(source)) {
      throw new UnreadableClass("there is no folder or archive " + source);
    }
    return new ClassArchive(work, problems).unpack(source);
  }

  /** What everyone should have handed in. */
  private Set<Exercise> expected(List<Found> found) {
    Set<Exercise> expected = new LinkedHashSet<>(expectsAllAsked ? asked : List.of());
    found.forEach(one -> expected.addAll(one.work().sources().keySet()));
    return expected.isEmpty() ? new LinkedHashSet<>(asked) : expected;
  }

  private record Found(ClassStudent student, Path path, StudentWork.Result work) {

    /** An archive that cannot be read stands for all that was expected in it. */
    @Nullable Path pathFor(Exercise exercise, Set<Exercise> expected) {
      Path source = work.sources().get(exercise);
      return source == null && work.unreadable() && expected.contains(exercise) ? path : source;
    }
  }
}
