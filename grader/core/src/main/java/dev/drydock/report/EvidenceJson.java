package dev.drydock.report;

import dev.drydock.evidence.Evidence;
import dev.drydock.json.Json;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Stored evidence: what a later judging, or a student who objects, needs. */
public final class EvidenceJson {

  private EvidenceJson() {}

  public static String write(Evidence evidence) {
    return Json.write(evidence);
  }

  /**
   * Read what {@link #write} wrote.
   *
   * @return empty when it was stored in another version: it has to be collected anew
   * @throws IllegalArgumentException when it is no such document
   */
  public static Optional<Evidence> read(String json) {
    try {
      JsonNode tree = Json.mapper().readTree(json);
      if (tree.path("schemaVersion").asInt(0) != Evidence.SCHEMA_VERSION) {
        return Optional.empty();
      }
      return Optional.of(Json.mapper().treeToValue(tree, Evidence.class));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not stored evidence: " + e.getOriginalMessage(), e);
    }
  }
}
