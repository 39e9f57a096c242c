package dev.drydock.submission.workspace;

import dev.drydock.files.Resource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A repository of one commit. It has to be valid: the Go tool stops a build in a folder whose
 * repository is broken.
 */
final class GitFolder {

  private static final String RESOURCES = "/dev/drydock/submission/workspace/git/";

  /** Those that are the same for everyone. */
  private static final List<String> FILES =
      List.of(
          "HEAD",
          "config",
          "logs/HEAD",
          "objects/1d/49d7b6422275ae31c4da0f3bca4bd159af9b78",
          "objects/7f/1be39b8995fe2d9144c872878c0467c183f1d4",
          "objects/df/3b63967037af73c9ec142589ec51c22c1caf9a",
          "refs/heads/main");

  private GitFolder() {}

  /**
   * Files of a {@code .git} folder, by name.
   *
   * @param canary a secret value, readable in the repository's description
   */
  static SortedMap<String, byte[]> files(String canary) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    FILES.forEach(name -> files.put(".git/" + name, Resource.bytes(RESOURCES + name)));
    String description = "Work in progress " + canary + "\n";
    files.put(".git/description", description.getBytes(StandardCharsets.UTF_8));
    return files;
  }
}
