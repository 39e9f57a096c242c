package dev.drydock.image.files;

import dev.drydock.image.layers.PathTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The folders that {@code /etc/ld.so.conf} and the files it includes name. */
final class LoaderConfig {

  private static final int MAX_DEPTH = 4;

  private final ImageFiles files;
  private final List<String> folders = new ArrayList<>();

  LoaderConfig(ImageFiles files) {
    this.files = files;
  }

  List<String> folders() {
    read("/etc/ld.so.conf", 0);
    return folders;
  }

  private void read(String path, int depth) {
    String text = files.text(path);
    if (text == null || depth > MAX_DEPTH) {
      return;
    }
    text.lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .forEach(
            line -> {
              if (line.startsWith("include ")) {
                include(line.substring(8).strip(), depth);
              } else if (line.startsWith("/")) {
                folders.add(line);
              }
            });
  }

  /** The one pattern in use is {@code /etc/ld.so.conf.d/*.conf}. */
  private void include(String pattern, int depth) {
    String absolute = pattern.startsWith("/") ? pattern : "/etc/" + pattern;
    int slash = absolute.lastIndexOf('/');
    String suffix = absolute.substring(slash + 1);
    if (!suffix.startsWith("*")) {
      read(absolute, depth + 1);
      return;
    }
    int folder = files.resolve(absolute.substring(0, slash));
    List<String> names = new ArrayList<>();
    PathTree paths = files.paths();
    int node = folder == PathTree.NONE ? PathTree.NONE : paths.firstChild(folder);
    for (; node != PathTree.NONE; node = paths.nextSibling(node)) {
      if (paths.name(node).endsWith(suffix.substring(1))) {
        names.add(paths.path(node));
      }
    }
    names.sort(Comparator.naturalOrder());
    names.forEach(name -> read(name, depth + 1));
  }
}
