package dev.drydock.site.model;

import dev.drydock.check.image.SizeVersusStarter;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.Solutions;
import dev.drydock.files.WholeFile;
import dev.drydock.json.Json;
import dev.drydock.verdict.GradingEnvironment;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.SubmissionResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes an exercise's descents from what its steps got, one step after another. */
public final class DescentMeasure {

  private final Exercise exercise;
  private final Map<String, List<Descent.Step>> steps = new TreeMap<>();
  private @Nullable GradingEnvironment environment;

  public DescentMeasure(Exercise exercise) {
    this.exercise = exercise;
  }

  /**
   * Add the next step.
   *
   * @return the bytes of its images by name, in the result's order of them; empty where an image
   *     was not measured, and then it is not part of the descent
   */
  public Map<String, OptionalLong> add(Solutions.Step step, SubmissionResult result) {
    environment = result.environment();
    Map<String, OptionalLong> measured = new LinkedHashMap<>();
    for (ImageResult image : result.images()) {
      Long bytes = aboveBase(image.name()) ? ownBytes(image) : image.sizeBytes();
      measured.put(image.name(), bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes));
      if (bytes != null) {
        steps
            .computeIfAbsent(image.name(), name -> new ArrayList<>())
            .add(new Descent.Step(step.title(), step.note(), bytes));
      }
    }
    return measured;
  }

  /**
   * Write a file for each image.
   *
   * @param figures folder the site reads them from
   */
  public void write(Path figures) throws IOException {
    if (environment == null) {
      return;
    }
    for (Map.Entry<String, List<Descent.Step>> image : steps.entrySet()) {
      boolean single = exercise.images().size() == 1;
      String name = single ? exercise.id() : exercise.id() + "-" + image.getKey();
      Descent descent =
          new Descent(
              exercise.id(),
              image.getKey(),
              environment.engine(),
              !environment.standIns().isEmpty(),
              aboveBase(image.getKey()),
              image.getValue());
      WholeFile.write(figures.resolve(name + ".json"), Json.write(descent));
    }
  }

  /** The figure shows what the exercise compares. */
  private boolean aboveBase(String image) {
    return exercise.image(image).filter(SizeVersusStarter::isOfOwnBytes).isPresent();
  }

  private static @Nullable Long ownBytes(ImageResult image) {
    return image.sizeBytes() == null
        ? null
        : image.layers().stream()
            .filter(layer -> !layer.base())
            .mapToLong(ImageResult.LayerResult::bytes)
            .sum();
  }
}
