package dev.drydock.image.anatomy;

import java.util.List;

/**
 * One layer.
 *
 * @param index position among the layers, from 0
 * @param diffId {@code sha256:…} of the uncompressed layer
 * @param historyIndex position in the image's history, -1 when the history does not account for it
 * @param base part of the base image (compared by diff-id)
 * @param bytes sum of its regular files' sizes
 * @param files number of its regular files
 * @param entries number of all its entries; a layer with none holds nothing
 * @param heaviest folders and files that weigh most in it, heaviest first, at most ten
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

  public ImageLayer {
    heaviest = List.copyOf(heaviest);
  }
}
