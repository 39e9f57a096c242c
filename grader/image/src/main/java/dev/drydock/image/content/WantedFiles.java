package dev.drydock.image.content;

import dev.drydock.image.layers.PathTree;

/** The files whose text is needed, by path. */
final class WantedFiles {

  /** Why a file's text is kept. */
  enum Want {
    NOTHING,
    TEXT,
    NPM_MANIFEST
  }

  private final PathTree paths;

  WantedFiles(PathTree paths) {
    this.paths = paths;
  }

  Want want(int node) {
    if (paths.isNamed(node, "package.json")) {
      return isPackage(paths.parent(node)) ? Want.NPM_MANIFEST : Want.NOTHING;
    }
    return isSystemText(node) ? Want.TEXT : Want.NOTHING;
  }

  /** {@code node_modules/name} or {@code node_modules/@scope/name}. */
  private boolean isPackage(int folder) {
    int parent = paths.parent(folder);
    if (parent <= PathTree.ROOT) {
      return false;
    }
    if (paths.isNamed(parent, "node_modules")) {
      return true;
    }
    int above = paths.parent(parent);
    return above > PathTree.ROOT
        && paths.isNamed(above, "node_modules")
        && paths.name(parent).startsWith("@");
  }

  private boolean isSystemText(int node) {
    int folder = paths.parent(node);
    if (folder <= PathTree.ROOT) {
      return false;
    }
    if (isEtc(folder)) {
      String name = paths.name(node);
      return name.equals("passwd")
          || name.equals("group")
          || name.equals("ld.so.conf")
          || (name.startsWith("ld-musl-") && name.endsWith(".path"));
    }
    return paths.isNamed(folder, "ld.so.conf.d") && isEtc(paths.parent(folder));
  }

  private boolean isEtc(int folder) {
    return folder > PathTree.ROOT
        && paths.parent(folder) == PathTree.ROOT
        && paths.isNamed(folder, "etc");
  }
}
