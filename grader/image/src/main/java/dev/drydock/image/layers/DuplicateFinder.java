package dev.drydock.image.layers;

import dev.drydock.image.anatomy.DuplicateContent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the same content under several paths of the final file system, in layers above the base.
 * Hard links share their bytes and are not duplicates.
 */
public final class DuplicateFinder {

  /** Smaller files are not looked at: 1 MB. */
  public static final long MIN_BYTES = 1_000_000;

  private final FileSystemView view;
  private final int baseLayers;

  public DuplicateFinder(FileSystemView view, int baseLayers) {
    this.view = view;
    this.baseLayers = baseLayers;
  }

  /** The groups of equal files, most bytes to save first. */
  public List<DuplicateContent> find() {
    Map<Content, List<Integer>> nodes = new LinkedHashMap<>();
    Set<Long> seen = new HashSet<>();
    PathTree paths = view.paths();
    for (int node = view.next(PathTree.ROOT, PathTree.ROOT);
        node != PathTree.NONE;
        node = view.next(node, PathTree.ROOT)) {
      long bytes = view.bytes(node);
      if (bytes > MIN_BYTES && view.dataLayer(node) >= baseLayers) {
        int data = view.dataEntry(node);
        if (seen.add((long) view.dataLayer(node) << 32 | data)) {
          Content content = new Content(bytes, view.entries().hash(data));
          nodes.computeIfAbsent(content, key -> new ArrayList<>()).add(node);
        }
      }
    }
    List<DuplicateContent> duplicates = new ArrayList<>();
    nodes.forEach(
        (content, copies) -> {
          if (copies.size() > 1) {
            duplicates.add(
                new DuplicateContent(
                    content.bytes,
                    copies.stream()
                        .map(n -> new DuplicateContent.Copy(paths.path(n), view.dataLayer(n)))
                        .sorted(Comparator.comparing(DuplicateContent.Copy::path))
                        .toList()));
          }
        });
    duplicates.sort(
        Comparator.comparingLong(DuplicateContent::savedBytes)
            .reversed()
            .thenComparing(duplicate -> duplicate.paths().get(0).path()));
    return duplicates;
  }

  private record Content(long bytes, long hash) {}
}
