package dev.drydock.site.model;

import dev.drydock.exercise.Exercise;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the site is made of.
 *
 * @param title of the whole
 * @param exercises in the course's order; the page of each is its folder's {@code README.md}
 * @param checks of the catalogue, in its order
 * @param content the workbook's own texts
 * @param figures folder of measured figures ({@code 3.9.json}), null when nothing was measured
 * @param solutions folder of the references, null when they are not at hand
 */
public record Workbook(
    String title,
    List<Exercise> exercises,
    List<CheckInfo> checks,
    Content content,
    @Nullable Path figures,
    @Nullable Path solutions) {

  public Workbook {
    exercises = List.copyOf(exercises);
    checks = List.copyOf(checks);
  }

  public Optional<Exercise> exercise(String id) {
    return exercises.stream().filter(exercise -> exercise.id().equals(id)).findFirst();
  }

  /**
   * What was measured of an exercise.
   *
   * @param image empty where the exercise has one only
   * @throws ContentException when the figures cannot be read
   */
  public Optional<Descent> descent(String exercise, String image) {
    return figures == null ? Optional.empty() : Descents.read(figures, exercise, image);
  }

  public Optional<CheckInfo> check(String id) {
    return checks.stream().filter(check -> check.id().equals(id)).findFirst();
  }
}
