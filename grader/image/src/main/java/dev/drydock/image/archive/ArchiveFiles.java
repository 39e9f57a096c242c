package dev.drydock.image.archive;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of the archive by path; links are followed. */
public final class ArchiveFiles {

  private static final int MAX_LINKS = 40;

  private final Map<String, Blob> blobs = new HashMap<>();
  private final Map<String, String> links = new HashMap<>();

  public void put(String path, Blob blob) {
    blobs.put(normalised(path), blob);
  }

  /** A repeated layer of the legacy layout: {@code 4c2d…/layer.tar -> ../77ab…/layer.tar}. */
  public void putLink(String path, String target, boolean symbolic) {
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    boolean relative = symbolic && !target.startsWith("/");
    links.put(normalised(path), normalised(relative ? folder + target : target));
  }

  @Nullable Blob get(String path) {
    String at = normalised(path);
    for (int i = 0; i < MAX_LINKS && links.containsKey(at) && !blobs.containsKey(at); i++) {
      at = links.get(at);
    }
    return blobs.get(at);
  }

  byte @Nullable [] json(String path) {
    return get(path) instanceof Blob.Document document ? document.json() : null;
  }

  Blob.@Nullable LayerBlob layer(String path) {
    return get(path) instanceof Blob.LayerBlob layer ? layer : null;
  }

  private static String normalised(String path) {
    java.util.ArrayDeque<String> parts = new java.util.ArrayDeque<>();
    for (String part : path.split("/")) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }
}
