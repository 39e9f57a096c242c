package dev.drydock.image.files;

import dev.drydock.image.layers.PathTree;
import java.util.Arrays;
import java.util.Set;

/**
 * Sorts all paths by the folder they lie in, by names alone: what matters of a leak is that it was
 * there. Installed software brings tests, keys and editor files of its own, which are no leaks.
 */
final class FolderZones {

  enum Zone {
    ORDINARY,
    /** Installed software. */
    INSTALLED,
    NODE_MODULES,
    GIT,
    EDITOR,
    TESTS
  }

  private static final Zone[] ZONES = Zone.values();

  private static final Set<String> INSTALLED_PATHS =
      Set.of(
          "/usr/lib",
          "/usr/lib32",
          "/usr/lib64",
          "/usr/libexec",
          "/usr/include",
          "/usr/local/lib",
          "/usr/local/share",
          "/usr/local/go",
          "/lib",
          "/lib64",
          "/var/lib",
          "/dev",
          "/proc",
          "/sys");

  private static final Set<String> INSTALLED_NAMES =
      Set.of(
          "site-packages",
          "dist-packages",
          "gems",
          "_cacache",
          ".cache",
          ".npm",
          ".nvm",
          ".pyenv",
          ".rbenv",
          ".cargo",
          ".rustup",
          ".m2",
          ".gradle",
          ".sdkman");

  private final PathTree paths;
  private final byte[] zones;
  private final int[] tops;

  FolderZones(PathTree paths) {
    this.paths = paths;
    zones = new byte[paths.size()];
    tops = new int[paths.size()];
    Arrays.fill(tops, PathTree.NONE);
    // a folder has a smaller number than what is in it
    for (int node = 1; node < paths.size(); node++) {
      int parent = paths.parent(node);
      Zone zone = zone(parent);
      if (zone == Zone.ORDINARY) {
        zone = own(node);
        tops[node] = zone == Zone.ORDINARY ? PathTree.NONE : node;
      } else {
        tops[node] = tops[parent];
      }
      zones[node] = (byte) zone.ordinal();
    }
  }

  /** The zone of a folder and all below it. */
  Zone zone(int node) {
    return ZONES[zones[node]];
  }

  /** The folder that makes the zone. */
  int top(int node) {
    return tops[node];
  }

  private Zone own(int node) {
    if (paths.firstChild(node) == PathTree.NONE) {
      return Zone.ORDINARY;
    }
    String name = paths.name(node);
    return switch (name) {
      case ".git" -> Zone.GIT;
      case ".idea", ".vscode", ".vs", ".fleet" -> Zone.EDITOR;
      case "__tests__" -> Zone.TESTS;
      case "node_modules" -> Zone.NODE_MODULES;
      default -> isInstalled(node, name) ? Zone.INSTALLED : Zone.ORDINARY;
    };
  }

  private boolean isInstalled(int node, String name) {
    if (INSTALLED_NAMES.contains(name) || isModuleCache(node, name) || isGoRoot(node)) {
      return true;
    }
    String path = paths.path(node);
    // where nginx serves from: an application's own
    boolean served = (path + "/").startsWith("/usr/share/nginx/");
    boolean share = path.startsWith("/usr/share/") && !served;
    return share || INSTALLED_PATHS.contains(path);
  }

  private boolean isModuleCache(int node, String name) {
    return name.equals("mod") && paths.isNamed(paths.parent(node), "pkg");
  }

  private boolean isGoRoot(int node) {
    int src = paths.child(node, "src");
    return src != PathTree.NONE
        && paths.child(src, "runtime") != PathTree.NONE
        && paths.child(node, "bin") != PathTree.NONE;
  }
}
