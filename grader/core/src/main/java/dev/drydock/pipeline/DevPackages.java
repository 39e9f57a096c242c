package dev.drydock.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which npm packages of a project are only needed to build it. */
public final class DevPackages {

  private static final long MAX_BYTES = 10_000_000;
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private DevPackages() {}

  /**
   * Read the names from the manifest and the lock in a folder; a missing, linked or oversized file
   * names none.
   */
  public static List<String> in(Path folder) throws IOException {
    Optional<String> manifest = text(folder.resolve("package.json"));
    return manifest.isEmpty()
        ? List.of()
        : of(manifest.get(), text(folder.resolve("package-lock.json")));
  }

  private static Optional<String> text(Path file) throws IOException {
    boolean readable =
        Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= MAX_BYTES;
    return readable
        ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /**
   * Read the names of {@code devDependencies}, less those that production needs as well by the lock
   * file.
   *
   * @param packageJson text of a package.json; anything else names no package
   * @param packageLock text of the package-lock.json beside it (version 2 or 3), if there is one
   * @return sorted
   */
  public static List<String> of(String packageJson, Optional<String> packageLock) {
    JsonNode manifest = tree(packageJson).orElseGet(MAPPER::createObjectNode);
    Optional<JsonNode> lock = packageLock.flatMap(DevPackages::tree);
    JsonNode locked = lock.map(one -> one.path("packages")).orElseGet(MAPPER::missingNode);
    return manifest.path("devDependencies").propertyNames().stream()
        .filter(name -> !manifest.path("dependencies").has(name))
        .filter(name -> onlyDev(locked, name))
        .sorted()
        .toList();
  }

  /** A lock marks what only development needs; what it does not know at all stays as declared. */
  private static boolean onlyDev(JsonNode lock, String name) {
    JsonNode entry = lock.path("node_modules/" + name);
    return entry.isMissingNode() || entry.path("dev").asBoolean(false);
  }

  private static Optional<JsonNode> tree(String json) {
    try {
      return Optional.of(MAPPER.readTree(json)).filter(JsonNode::isObject);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
