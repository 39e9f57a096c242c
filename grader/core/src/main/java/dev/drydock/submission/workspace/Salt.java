package dev.drydock.submission.workspace;

import dev.drydock.submission.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Plants what lies about on a student's machine and not in a pristine exercise: a repository, an
 * .env with a secret, modules, stale build output, an editor's files. What of it arrives in the
 * image shows what a .dockerignore is worth.
 */
public final class Salt {

  /** Makes the planted modules the heaviest folder of a small project, as they are in real life. */
  private static final int BUNDLE_LINES = 10_000;

  private final CanarySource canaries;

  /**
   * Salt whose secret values are the same for the same submission, so that build caches work, and
   * cannot be guessed by who writes one.
   *
   * @param secret of the course
   * @param submissionKey {@link Submission.Accepted#contentKey}
   */
  public Salt(byte[] secret, String submissionKey) {
    this.canaries = new CanarySource(secret, submissionKey);
  }

  /**
   * What was planted.
   *
   * @param paths of files, relative to the context, sorted
   * @param canaries secret values by the file or thing they are in
   */
  public record Planted(List<String> paths, Map<String, String> canaries) {

    public Planted {
      paths = List.copyOf(paths);
      canaries = Map.copyOf(canaries);
    }

    /** Take it all out of the context again, with the folders that held nothing else. */
    public void removeFrom(Path context) {
      try {
        for (String path : paths) {
          Path file = context.resolve(path);
          Files.deleteIfExists(file);
          for (Path folder = file.getParent();
              folder != null && !folder.equals(context) && isEmpty(folder);
              folder = folder.getParent()) {
            Files.delete(folder);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Overlay.settle(context);
    }

    private static boolean isEmpty(Path folder) throws IOException {
      try (Stream<Path> entries = Files.list(folder)) {
        return entries.findAny().isEmpty();
      }
    }
  }

  /** A secret value for something that is no file, such as a build argument. */
  public String canary(String name) {
    return canaries.value(name);
  }

  /**
   * Plant items such as {@code .git/} or {@code .env} in a build context. What is already there
   * stays as it is.
   *
   * @throws IllegalArgumentException for an item there is no recipe for
   */
  public Planted plant(Path folder, List<String> items) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    Map<String, String> values = new LinkedHashMap<>();
    for (String item : items) {
      if (!Files.exists(folder.resolve(item), LinkOption.NOFOLLOW_LINKS)) {
        String value = canaries.value(item);
        values.put(item, value);
        files.putAll(recipe(item, value));
      }
    }
    files.forEach((name, bytes) -> write(folder.resolve(name), bytes));
    Overlay.settle(folder);
    return new Planted(new ArrayList<>(files.keySet()), values);
  }

  private static Map<String, byte[]> recipe(String item, String value) {
    return switch (item) {
      case ".git/" -> GitFolder.files(value);
      case ".env" -> Map.of(".env", bytes("# local settings\nAPI_TOKEN=" + value + "\n"));
      case "node_modules/" ->
          Map.of(
              "node_modules/.package-lock.json",
              bytes(
                  "{\"name\":\"local\",\"lockfileVersion\":3,\"requires\":true,\"packages\":{}}\n"),
              "node_modules/left-on-this-machine/package.json",
              bytes(
                  "{\"name\":\"left-on-this-machine\",\"version\":\"1.0.0\",\"main\":\"index.js\"}\n"),
              "node_modules/left-on-this-machine/index.js",
              bytes("module.exports = '" + value + "';\n"),
              "node_modules/left-on-this-machine/dist/bundle.js",
              bytes("// a package brings its own bundle along\n".repeat(BUNDLE_LINES)));
      case "build/" ->
          Map.of("build/left-from-yesterday.txt", bytes("an older build: " + value + "\n"));
      case ".idea/" ->
          Map.of(
              ".idea/workspace.xml",
              bytes("<project version=\"4\"><component name=\"" + value + "\"/></project>\n"));
      default -> throw new IllegalArgumentException("no salt of this name: " + item);
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      Overlay.mode(file, "rw-r--r--");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
