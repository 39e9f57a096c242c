package dev.drydock.dockerfile.words;

import java.util.ArrayList;
import java.util.List;

/** Shortens a path by its text alone, as Go's {@code path.Clean} does. */
public final class CleanPath {

  private CleanPath() {}

  /** Remove empty and {@code .} parts and resolve {@code ..}; nothing left is {@code .}. */
  public static String of(String path) {
    boolean rooted = path.startsWith("/");
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      boolean up = part.equals("..");
      boolean canGoUp = !parts.isEmpty() && !parts.get(parts.size() - 1).equals("..");
      if (up && canGoUp) {
        parts.remove(parts.size() - 1);
      } else if (!part.isEmpty() && !part.equals(".") && !(up && rooted)) {
        parts.add(part);
      }
    }
    String joined = String.join("/", parts);
    return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
  }
}
