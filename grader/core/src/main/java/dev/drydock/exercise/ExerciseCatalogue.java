package dev.drydock.exercise;

import dev.drydock.exercise.InvalidExercise.Problem;
import dev.drydock.text.DidYouMean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The exercises of a course: the folders in {@code exercises/} that hold an exercise.yaml. */
public final class ExerciseCatalogue {

  private static final Comparator<Path> COURSE_ORDER =
      Comparator.comparing(ExerciseCatalogue::idOf, CourseOrder.OF_IDS)
          .thenComparing(ExerciseCatalogue::nameOf);

  private final Path exercises;
  private final ExerciseLoader loader;

  private ExerciseCatalogue(Path exercises, ExerciseLoader loader) {
    this.exercises = exercises;
    this.loader = loader;
  }

  /** The catalogue of a Drydock folder. */
  public static ExerciseCatalogue of(Path home, ExerciseLoader loader) {
    return new ExerciseCatalogue(home.resolve("exercises"), loader);
  }

  /** Ids such as {@code 3.9}, in course order, without reading an exercise. */
  public List<String> ids() {
    return folders().stream().map(ExerciseCatalogue::idOf).toList();
  }

  /**
   * Every exercise in course order: 3.9 comes before 3.10.
   *
   * @throws InvalidExercise with the problems of all of them
   */
  public List<Exercise> all() {
    List<Exercise> found = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path folder : folders()) {
      try {
        found.add(loader.load(folder));
      } catch (InvalidExercise e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidExercise(problems);
    }
    return found;
  }

  /**
   * The exercise of an id ({@code 3.9}), a folder's name, or a path to a folder.
   *
   * @throws UnknownExercise with the name that was probably meant
   * @throws InvalidExercise when it is there and broken
   */
  public Exercise find(String name) {
    return find(name, Path.of(""));
  }

  /** The same, for someone who is in another folder than this process. */
  public Exercise find(String name, Path workingFolder) {
    return named(name)
        .or(() -> at(name, workingFolder))
        .map(loader::load)
        .orElseThrow(() -> unknown(name));
  }

  /** The folder of an exercise by its id or the folder's name, without reading it. */
  private Optional<Path> named(String name) {
    return folders().stream()
        .filter(folder -> idOf(folder).equals(name) || nameOf(folder).equals(name))
        .findFirst();
  }

  private static Optional<Path> at(String name, Path workingFolder) {
    try {
      Path folder = workingFolder.resolve(name).toAbsolutePath().normalize();
      return Optional.of(folder).filter(ExerciseCatalogue::isExercise);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private UnknownExercise unknown(String name) {
    List<Path> folders = folders();
    if (folders.isEmpty()) {
      return new UnknownExercise("there are no exercises in " + exercises);
    }
    List<String> known =
        folders.stream()
            .flatMap(folder -> Stream.of(idOf(folder), nameOf(folder), topicOf(folder)))
            .distinct()
            .toList();
    String hint = DidYouMean.suffix(name, known);
    String rest =
        hint.isEmpty() ? "; there are " + ids().stream().collect(Collectors.joining(", ")) : hint;
    return new UnknownExercise("there is no exercise '" + name + "'" + rest);
  }

  private List<Path> folders() {
    if (!Files.isDirectory(exercises)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(exercises)) {
      return children.filter(ExerciseCatalogue::isExercise).sorted(COURSE_ORDER).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isExercise(Path folder) {
    return Files.isRegularFile(folder.resolve(ExerciseLoader.FILE_NAME));
  }

  private static String nameOf(Path folder) {
    return folder.getFileName().toString();
  }

  private static String idOf(Path folder) {
    String name = nameOf(folder);
    int dash = name.indexOf('-');
    return dash < 0 ? name : name.substring(0, dash);
  }

  private static String topicOf(Path folder) {
    return nameOf(folder).substring(nameOf(folder).indexOf('-') + 1);
  }
}
