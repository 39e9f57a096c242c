package dev.drydock.image.layers;

import dev.drydock.image.anatomy.PathSize;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Says in at most ten lines where a layer's bytes are. A folder is opened when its heavy parts (1 %
 * of the layer each) hold four fifths of it and the lines suffice: {@code /usr/} gives way to
 * {@code /usr/lib/} and {@code /usr/bin/}, a folder of a thousand small packages stays one line.
 */
public final class HeaviestPaths {

  private static final int MAX_LINES = 10;

  private final PathTree paths;
  private final EntryTable entries;
  private final long[] sums;

  public HeaviestPaths(PathTree paths, EntryTable entries) {
    this.paths = paths;
    this.entries = entries;
    this.sums = new long[paths.size()];
  }

  /** The heaviest folders and files of a layer, heaviest first. */
  public List<PathSize> of(Layer layer) {
    for (int entry = layer.first(); entry < layer.end(); entry++) {
      for (int at = entries.node(entry); at != PathTree.NONE; at = paths.parent(at)) {
        sums[at] += entries.bytes(entry);
      }
    }
    List<PathSize> lines = lines().stream().map(this::line).toList();
    for (int entry = layer.first(); entry < layer.end(); entry++) {
      for (int at = entries.node(entry); at != PathTree.NONE; at = paths.parent(at)) {
        sums[at] = 0;
      }
    }
    return lines;
  }

  private List<Integer> lines() {
    long floor = sums[PathTree.ROOT] / 100 + 1;
    List<Integer> lines = sorted(parts(PathTree.ROOT, 1));
    int at = 0;
    while (at < Math.min(lines.size(), MAX_LINES)) {
      int folder = lines.get(at);
      List<Integer> parts = parts(folder, floor);
      if (isWorthOpening(folder, parts, lines.size())) {
        lines.remove(at);
        lines.addAll(parts);
        lines = sorted(lines);
        at = 0;
      } else {
        at++;
      }
    }
    return lines.subList(0, Math.min(lines.size(), MAX_LINES));
  }

  private boolean isWorthOpening(int folder, List<Integer> parts, int lines) {
    long held = parts.stream().mapToLong(part -> sums[part]).sum();
    boolean fits = parts.size() == 1 || lines - 1 + parts.size() <= MAX_LINES;
    return !parts.isEmpty() && fits && held >= sums[folder] / 5 * 4;
  }

  private List<Integer> parts(int folder, long floor) {
    List<Integer> parts = new ArrayList<>();
    for (int at = paths.firstChild(folder); at != PathTree.NONE; at = paths.nextSibling(at)) {
      if (sums[at] >= floor) {
        parts.add(at);
      }
    }
    return parts;
  }

  private List<Integer> sorted(List<Integer> nodes) {
    List<Integer> sorted = new ArrayList<>(nodes);
    sorted.sort(
        Comparator.comparingLong((Integer node) -> sums[node])
            .reversed()
            .thenComparing(paths::path));
    return sorted;
  }

  private PathSize line(int node) {
    boolean folder = !parts(node, 1).isEmpty();
    return new PathSize(folder ? paths.folderPath(node) : paths.path(node), sums[node]);
  }
}
