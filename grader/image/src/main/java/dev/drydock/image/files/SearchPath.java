package dev.drydock.image.files;

import dev.drydock.image.anatomy.ImageConfig;
import java.util.Arrays;
import java.util.List;

/** The folders in which a command without a slash is looked for. */
final class SearchPath {

  private static final String DEFAULT =
      "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  private SearchPath() {}

  /** The image's PATH, or the engine's own when it sets none. */
  static List<String> of(ImageConfig config) {
    String path = DEFAULT;
    for (String variable : config.env()) {
      if (variable.startsWith("PATH=")) {
        path = variable.substring(5);
      }
    }
    return Arrays.stream(path.split(":")).filter(folder -> !folder.isEmpty()).toList();
  }
}
