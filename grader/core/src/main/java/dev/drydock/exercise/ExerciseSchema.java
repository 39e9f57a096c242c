package dev.drydock.exercise;

import dev.drydock.exercise.settings.Setting;
import dev.drydock.json.Json;
import java.util.Collection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema of {@code exercise.yaml}: {@code exercise.schema.json}, with what each check can
 * be set to.
 */
final class ExerciseSchema {

  private static final String RESOURCE = "exercise.schema.json";

  private ExerciseSchema() {}

  static YamlSchema of(Collection<? extends CheckDeclaration> checks) {
    ObjectNode schema = (ObjectNode) Json.mapper().readTree(YamlSchema.text(RESOURCE));
    ObjectNode common = (ObjectNode) schema.at("/$defs/check");
    ObjectNode known = (ObjectNode) schema.at("/$defs/image/properties/checks/properties");
    checks.forEach(check -> known.set(check.id(), with(common, check)));
    return YamlSchema.of(Json.write(schema));
  }

  private static JsonNode with(ObjectNode common, CheckDeclaration check) {
    ObjectNode whole = common.deepCopy();
    ObjectNode properties = (ObjectNode) whole.get("properties");
    ArrayNode needed = whole.putArray("required");
    for (Setting setting : check.settings().settings()) {
      properties.set(setting.name(), Json.mapper().readTree(setting.schema().json()));
      if (setting.needed()) {
        needed.add(setting.name());
      }
    }
    return whole;
  }
}
