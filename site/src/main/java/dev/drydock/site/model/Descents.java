package dev.drydock.site.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the measured figures. */
final class Descents {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private Descents() {}

  static Optional<Descent> read(Path folder, String exercise, String image) {
    Path file = folder.resolve(exercise + (image.isEmpty() ? "" : "-" + image) + ".json");
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file, Descent.class)).filter(d -> !d.steps().isEmpty());
    } catch (JacksonException e) {
      throw new ContentException(file.getFileName().toString(), e.getOriginalMessage());
    }
  }
}
