package dev.drydock.grading;

import dev.drydock.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes a file so that a build cache takes it for another and a compiler for the same: caches
 * compare bytes, not times.
 */
final class Touch {

  private static final Set<String> SLASHES =
      Set.of("go", "js", "mjs", "cjs", "jsx", "ts", "tsx", "java", "c", "h", "rs", "kt", "mod");
  private static final Set<String> HASHES = Set.of("py", "rb", "sh", "yaml", "yml", "toml", "txt");

  private Touch() {}

  static void file(Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    if (extension.equals("json")) {
      json(file);
    } else if (SLASHES.contains(extension)) {
      append(file, "\n// touched\n");
    } else if (HASHES.contains(extension)) {
      append(file, "\n# touched\n");
    } else {
      append(file, "\n");
    }
  }

  /** JSON has no comments, and a package.json has to stay in step with its lock. */
  private static void json(Path file) throws IOException {
    JsonNode tree = Json.mapper().readTree(Files.readAllBytes(file));
    if (tree instanceof ObjectNode object) {
      object.put("description", object.path("description").asString("") + " (touched)");
      Files.writeString(file, Json.write(object));
    } else {
      append(file, "\n");
    }
  }

  private static void append(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
  }
}
