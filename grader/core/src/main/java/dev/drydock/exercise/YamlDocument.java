package dev.drydock.exercise;

import dev.drydock.exercise.InvalidExercise.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML file as a tree in which every value knows its line. Keys are named as in {@code a[0].b}.
 */
final class YamlDocument {

  static final YAMLMapper MAPPER = YAMLMapper.builder().build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final long MAX_BYTES = 1_000_000;

  private final Path file;
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private JsonNode root = NODES.objectNode();
  private boolean unreadable;

  private YamlDocument(Path file) {
    this.file = file;
  }

  /**
   * Read a file. A key that is there twice is a problem of the document.
   *
   * @throws InvalidExercise when it cannot be read or is not YAML
   */
  static YamlDocument read(Path file) {
    try {
      return of(file, text(file));
    } catch (IOException e) {
      throw new InvalidExercise(
          List.of(Problem.of(file, 1, "", "cannot be read: " + e.getMessage())));
    }
  }

  /**
   * Read a text. A key that is there twice is a problem of the document.
   *
   * @param file as problems name it
   * @throws InvalidExercise when it is not YAML
   */
  static YamlDocument of(Path file, String text) {
    YamlDocument document = new YamlDocument(file);
    try {
      document.parse(text);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      document.problem(line, "", "is not YAML: " + firstLine(e.getOriginalMessage()));
      document.unreadable = true;
    }
    if (document.unreadable) {
      document.failOnProblems();
    }
    return document;
  }

  private static String text(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("there is no such file");
    }
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException("it is larger than 1 MB");
    }
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  JsonNode root() {
    return root;
  }

  /** The line of a key, or of the nearest one around it. */
  int line(String key) {
    String at = key;
    while (!lines.containsKey(at) && !at.isEmpty()) {
      int cut = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
      at = cut < 0 ? "" : at.substring(0, cut);
    }
    return lines.getOrDefault(at, 1);
  }

  void problem(String key, String message) {
    problem(line(key), key, message);
  }

  private void problem(int line, String key, String message) {
    problems.add(Problem.of(file, line, key, message));
  }

  /** Throw what was found so far, in the order of the file. */
  void failOnProblems() {
    if (!problems.isEmpty()) {
      throw new InvalidExercise(
          problems.stream()
              .distinct()
              .sorted(Comparator.comparingInt(Problem::line).thenComparing(Problem::key))
              .collect(Collectors.toList()));
    }
  }

  private void parse(String text) {
    try (JsonParser parser = MAPPER.createParser(new StringReader(text))) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        problem(
            1, "", "expected keys and values, found " + (first == null ? "nothing" : "a value"));
        unreadable = true;
        return;
      }
      root = value(parser, "");
      if (parser.nextToken() != null) {
        problem(parser.currentTokenLocation().getLineNr(), "", "expected one document, found more");
      }
    }
  }

  private JsonNode value(JsonParser parser, String key) {
    lines.putIfAbsent(key, parser.currentTokenLocation().getLineNr());
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, key);
      case START_ARRAY -> array(parser, key);
      case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> NODES.stringNode(parser.getString());
    };
  }

  private ObjectNode object(JsonParser parser, String key) {
    ObjectNode node = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String child = key.isEmpty() ? name : key + "." + name;
      int line = parser.currentTokenLocation().getLineNr();
      if (node.has(name)) {
        problem(line, child, "appears twice, first on line " + line(child));
      }
      lines.put(child, line);
      parser.nextToken();
      node.set(name, value(parser, child));
    }
    return node;
  }

  private ArrayNode array(JsonParser parser, String key) {
    ArrayNode node = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      node.add(value(parser, key + "[" + node.size() + "]"));
    }
    return node;
  }

  private static String firstLine(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
  }
}
