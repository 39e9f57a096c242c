package dev.drydock.exercise;

import dev.drydock.check.catalogue.CheckCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes exercises for tests. */
public final class ExerciseFolder {

  /** The smallest exercise that is right. */
  public static final String MINIMAL =
      """
      id: "3.9"
      title: Multi-stage builds for a backend
      summary: Only the binary is shipped.
      images:
        - name: backend
          port: 8080
          requests:
            - {name: ping, path: /ping, bodyEquals: pong}
          checks:
            D01: {points: 1}
            I01: {points: 4, max: 8 MB}
      """;

  private ExerciseFolder() {}

  /**
   * A folder {@code exercises/<name>} with this exercise.yaml and a backend with its Dockerfile.
   */
  public static Path write(Path home, String name, String yaml) {
    Path folder = home.resolve("exercises").resolve(name);
    file(folder, "exercise.yaml", yaml);
    file(folder, "backend/Dockerfile", "FROM golang:1.27\n");
    return folder;
  }

  public static Path file(Path folder, String name, String content) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Exercise load(Path folder) {
    return ExerciseLoader.forChecks(CheckCatalogue.all()).load(folder);
  }
}
