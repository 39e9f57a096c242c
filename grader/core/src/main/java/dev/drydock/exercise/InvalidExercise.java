package dev.drydock.exercise;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file of an exercise or of the course is not what it has to be; every problem found is told, one
 * line each.
 */
public final class InvalidExercise extends ExerciseException {

  private static final long serialVersionUID = 1L;

  private final List<Problem> problems;

  InvalidExercise(Collection<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }

  /**
   * One thing to put right.
   *
   * @param file as the caller named it
   * @param line from 1
   * @param key such as {@code images[0].checks.I01.max}, empty for the whole file
   * @param message what was expected, and what is there instead
   */
  public record Problem(String file, int line, String key, String message) implements Serializable {

    static Problem of(Path file, int line, String key, String message) {
      return new Problem(file.toString(), line, key, message);
    }

    @Override
    public String toString() {
      return file + ":" + line + ": " + (key.isEmpty() ? "" : key + ": ") + message;
    }
  }
}
