package dev.drydock.pipeline;

import dev.drydock.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes a file so that a build cache takes it for another and a compiler for the same: caches
 * compare bytes, not times. And never twice in the same way: a builder remembers the last time.
 */
final class Touch {

  private static final Set<String> SLASHES =
      Set.of("go", "js", "mjs", "cjs", "jsx", "ts", "tsx", "java", "c", "h", "rs", "kt", "mod");
  private static final Set<String> HASHES = Set.of("py", "rb", "sh", "yaml", "yml", "toml", "txt");

  private Touch() {}

  /**
   * Touch a file.
   *
   * @param mark a word that has not been used before
   */
  static void file(Path file, String mark) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    if (extension.equals("json")) {
      json(file, mark);
    } else if (SLASHES.contains(extension)) {
      append(file, "\n// touched: " + mark + "\n");
    } else if (HASHES.contains(extension)) {
      append(file, "\n# touched: " + mark + "\n");
    } else {
      append(file, blank(mark));
    }
  }

  /** JSON has no comments, and a package.json has to stay in step with its lock. */
  private static void json(Path file, String mark) throws IOException {
    JsonNode tree = Json.mapper().readTree(Files.readAllBytes(file));
    if (tree instanceof ObjectNode object) {
      object.put(
          "description", object.path("description").asString("") + " (touched: " + mark + ")");
      Files.writeString(file, Json.write(object));
    } else {
      append(file, blank(mark));
    }
  }

  /** For a syntax that is not known: lines of blanks, which hurt few. */
  private static String blank(String mark) {
    return "\n"
        + mark.chars().mapToObj(c -> " ".repeat(c % 64)).collect(Collectors.joining("\n"))
        + "\n";
  }

  private static void append(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
  }
}
