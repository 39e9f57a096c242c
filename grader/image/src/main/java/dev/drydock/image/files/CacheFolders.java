package dev.drydock.image.files;

import dev.drydock.image.anatomy.FileSystemFacts.CacheFolder;
import dev.drydock.image.layers.FileSystemView;
import dev.drydock.image.layers.PathTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the caches that package managers leave behind, in layers above the base. */
final class CacheFolders {

  private static final Map<String, String> BY_PATH =
      Map.of(
          "/var/lib/apt/lists", "apt-lists",
          "/var/cache/apt", "apt-archives",
          "/var/cache/apk", "apk",
          "/etc/apk/cache", "apk",
          "/var/cache/dnf", "dnf",
          "/var/cache/yum", "dnf");

  /** By the end of the path: caches live in a home folder, wherever that is. */
  private static final List<Map.Entry<String, String>> BY_SUFFIX =
      List.of(
          Map.entry("/_cacache", "npm"),
          Map.entry("/.cache/yarn", "yarn"),
          Map.entry("/.yarn/berry/cache", "yarn"),
          Map.entry("/pnpm/store", "pnpm"),
          Map.entry("/.pnpm-store", "pnpm"),
          Map.entry("/.cache/pnpm", "pnpm"),
          Map.entry("/.cache/pip", "pip"),
          Map.entry("/.cache/go-build", "go-build"),
          Map.entry("/.m2/repository", "maven"),
          Map.entry("/.gradle/caches", "gradle"),
          Map.entry("/cargo/registry", "cargo"),
          Map.entry("/.cargo/registry", "cargo"),
          Map.entry("/.composer/cache", "composer"),
          Map.entry("/.cache/composer", "composer"));

  private final ImageFiles files;
  private final FileSystemView view;
  private final PathTree paths;

  CacheFolders(ImageFiles files) {
    this.files = files;
    this.view = files.view();
    this.paths = files.paths();
  }

  List<CacheFolder> find() {
    List<CacheFolder> found = new ArrayList<>();
    int node = PathTree.ROOT;
    while (node != PathTree.NONE) {
      String kind = view.isFolder(node) ? kind(node) : null;
      if (kind == null) {
        node = view.next(node, PathTree.ROOT);
        continue;
      }
      FolderBytes bytes = FolderBytes.of(files, node, files.baseLayers());
      if (bytes.bytes() > 0) {
        found.add(new CacheFolder(kind, paths.folderPath(node), bytes.bytes(), bytes.layer()));
      }
      node = view.nextAfter(node, PathTree.ROOT);
    }
    found.sort(Comparator.comparingLong(CacheFolder::bytes).reversed());
    return found;
  }

  private @Nullable String kind(int folder) {
    if (paths.isNamed(folder, ".npm") && has(folder, "_cacache")) {
      return "npm";
    }
    if (paths.isNamed(folder, "mod")
        && paths.isNamed(paths.parent(folder), "pkg")
        && has(folder, "cache")) {
      return "go-modules";
    }
    // go-build under any other name (GOCACHE)
    if (has(folder, "trim.txt") && has(folder, "00") && has(folder, "ff")) {
      return "go-build";
    }
    String path = paths.path(folder);
    String kind = BY_PATH.get(path);
    if (kind != null) {
      return kind;
    }
    return BY_SUFFIX.stream()
        .filter(suffix -> path.endsWith(suffix.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private boolean has(int folder, String name) {
    int child = paths.child(folder, name);
    return child != PathTree.NONE && view.exists(child);
  }
}
