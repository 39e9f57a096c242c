package dev.drydock.image.anatomy;

import java.util.List;

/**
 * A layer.
 *
 * @param index position among the layers, from 0
 * @param diffId digest of the uncompressed layer, {@code sha256:…}
 * @param historyIndex position of its step in the image's history; -1 when the history does not
 *     account for it
 * @param base whether it belongs to the base image (compared by diff-id)
 * @param bytes sum of its regular files' sizes
 * @param files number of its regular files
 * @param entries number of all its entries; a layer without any holds nothing
 * @param heaviest the folders and files that weigh most in it, heaviest first; at most ten
 */
public record ImageLayer(
    int index,
    String diffId,
    int historyIndex,
    boolean base,
    long bytes,
    int files,
    int entries,
    List<PathSize> heaviest) {

  /**
   * Copy the lists.
   *
   * @param index position among the layers, from 0
   * @param diffId digest of the uncompressed layer, {@code sha256:…}
   * @param historyIndex position of its step in the image's history; -1 when the history does not
   *     account for it
   * @param base whether it belongs to the base image (compared by diff-id)
   * @param bytes sum of its regular files' sizes
   * @param files number of its regular files
   * @param entries number of all its entries; a layer without any holds nothing
   * @param heaviest the folders and files that weigh most in it, heaviest first; at most ten
   */
  public ImageLayer {
    heaviest = List.copyOf(heaviest);
  }
}
