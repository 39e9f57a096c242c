package dev.drydock.attribution;

import java.util.List;

/** The folder that several paths have in common. */
final class CommonPath {

  private CommonPath() {}

  /** The path itself when there is one, else the deepest common folder, ending with a slash. */
  static String of(List<String> paths) {
    String common = paths.get(0);
    for (String path : paths.subList(1, paths.size())) {
      common = common(common, path);
    }
    return common;
  }

  private static String common(String one, String other) {
    if (one.equals(other)) {
      return one;
    }
    int end = 0;
    for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
      if (one.charAt(i) != other.charAt(i)) {
        break;
      }
      end = one.charAt(i) == '/' ? i + 1 : end;
    }
    return one.substring(0, end);
  }
}
