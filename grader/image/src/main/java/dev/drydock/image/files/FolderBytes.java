package dev.drydock.image.files;

import dev.drydock.image.layers.FileSystemView;
import java.util.HashMap;
import java.util.Map;

/**
 * What removing a folder would free. A file with several names (hard links) counts once, and only
 * when all of its names are in the folder.
 *
 * @param bytes of own layers, or of all when asked so
 * @param layer that holds most of them, -1 when there are none
 */
record FolderBytes(long bytes, int layer) {

  /** Count the bytes of files in layers from {@code firstLayer} on. */
  static FolderBytes of(ImageFiles files, int folder, int firstLayer) {
    FileSystemView view = files.view();
    Map<Integer, Long> byLayer = new HashMap<>();
    Map<Long, Integer> names = new HashMap<>();
    files.forEachFile(
        folder,
        node -> {
          int layer = view.dataLayer(node);
          if (layer < firstLayer || view.bytes(node) == 0) {
            return;
          }
          int all = view.names(node);
          long file = (long) layer << 32 | view.dataEntry(node);
          if (all == 1 || names.merge(file, 1, Integer::sum) == all) {
            byLayer.merge(layer, view.bytes(node), Long::sum);
          }
        });
    long bytes = byLayer.values().stream().mapToLong(Long::longValue).sum();
    int most =
        byLayer.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(-1);
    return new FolderBytes(bytes, most);
  }
}
