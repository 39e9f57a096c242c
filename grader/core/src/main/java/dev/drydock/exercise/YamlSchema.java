package dev.drydock.exercise;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.drydock.text.DidYouMean;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A JSON Schema (2020-12) whose {@code description}s say what is expected, so that an error can.
 */
final class YamlSchema {

  private final Schema schema;
  private final JsonNode source;

  private YamlSchema(Schema schema) {
    this.schema = schema;
    this.source = schema.getSchemaNode();
  }

  /** Load a resource beside this class. */
  static YamlSchema resource(String name) {
    return of(text(name));
  }

  /** A schema of its text. */
  static YamlSchema of(String text) {
    return new YamlSchema(
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text, InputFormat.JSON));
  }

  /** The text of a resource beside this class. */
  static String text(String name) {
    try (InputStream in = YamlSchema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Add to the document what does not fit. */
  void check(YamlDocument document) {
    check(document, Set.of());
  }

  /**
   * The same.
   *
   * @param told keys that should not be there, which somebody else says better
   */
  void check(YamlDocument document, Set<String> told) {
    for (Error error : schema.validate(document.root())) {
      report(error, document, told);
    }
  }

  private void report(Error error, YamlDocument document, Set<String> told) {
    String key = key(error);
    JsonNode found = error.getInstanceNode();
    JsonNode around = parentOf(error);
    switch (error.getKeyword()) {
      case "required" -> document.problem(key, "expected the key '" + error.getProperty() + "'");
      case "additionalProperties", "unevaluatedProperties" -> {
        String name = String.valueOf(error.getProperty());
        String full = key.isEmpty() ? name : key + "." + name;
        if (told.contains(full) || told.contains(key)) {
          return;
        }
        List<String> known = new ArrayList<>(around.path("properties").propertyNames());
        document.problem(
            full,
            "is not a key of "
                + (key.isEmpty()
                    ? around.path("description").asString("this file")
                    : "'" + key + "'")
                + DidYouMean.suffix(name, known));
      }
      case "propertyNames" -> {
        String name = String.valueOf(error.getProperty());
        String expected = resolve(around.path("propertyNames")).path("description").asString("");
        document.problem(
            key.isEmpty() ? name : key + "." + name,
            "expected " + (expected.isEmpty() ? "another name" : expected));
      }
      default -> document.problem(key, "expected " + expected(error, around) + shown(found));
    }
  }

  private static String expected(Error error, JsonNode around) {
    JsonNode limit = error.getSchemaNode();
    String described = around.path("description").asString("");
    return switch (error.getKeyword()) {
      case "type" -> described.isEmpty() ? type(limit.asString("")) : described;
      case "pattern" -> described.isEmpty() ? "a match of " + limit.asString() : described;
      case "enum" ->
          limit.valueStream().map(JsonNode::asString).collect(Collectors.joining(" or "));
      case "minimum" -> "a number of at least " + limit.asString();
      case "maximum" -> "a number of at most " + limit.asString();
      case "exclusiveMinimum" -> "a number above " + limit.asString();
      case "minItems", "minProperties", "minLength" -> "something in it";
      default -> error.getMessage();
    };
  }

  private static String type(String name) {
    return switch (name) {
      case "string" -> "text (in quotes if it looks like a number)";
      case "array" -> "a list";
      case "object" -> "keys and values";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      default -> name;
    };
  }

  private static String shown(JsonNode found) {
    if (found.isMissingNode() || found.isNull()) {
      return ", found nothing";
    }
    if (found.isContainer()) {
      String kind = found.isArray() ? "a list" : "keys and values";
      return ", found " + (found.isEmpty() ? "an empty one" : kind);
    }
    String text = found.asString();
    return ", found '" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
  }

  /** The schema object whose keyword was not met. */
  private JsonNode parentOf(Error error) {
    JsonNode node = source;
    var path = error.getSchemaLocation().getFragment();
    for (int i = 0; i < path.getNameCount() - 1; i++) {
      Object step = path.getElement(i);
      node = step instanceof Integer index ? node.path(index) : node.path(step.toString());
    }
    return node;
  }

  /** What a {@code $ref} such as {@code #/$defs/size} stands for. */
  private JsonNode resolve(JsonNode node) {
    String ref = node.path("$ref").asString("");
    return ref.startsWith("#/") ? source.at(ref.substring(1)) : node;
  }

  private static String key(Error error) {
    StringBuilder key = new StringBuilder();
    var path = error.getInstanceLocation();
    for (int i = 0; i < path.getNameCount(); i++) {
      Object step = path.getElement(i);
      if (step instanceof Integer index) {
        key.append('[').append(index).append(']');
      } else {
        key.append(key.isEmpty() ? "" : ".").append(step);
      }
    }
    return key.toString();
  }
}
