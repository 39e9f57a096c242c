package dev.drydock.image.layers;

import dev.drydock.image.anatomy.WastedPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Turns what the layers hide of each other into a list a person can read: a folder whose files of
 * one layer are all hidden by the same later layer in the same way is one line, and what remains
 * beyond a number of lines is one line too. The bytes of the list add up to the bytes hidden.
 */
public final class WasteReport {

  private static final int MAX_LINES = 40;

  private final PathTree paths;
  private final EntryTable entries;
  private final List<Layer> layers;

  public WasteReport(PathTree paths, EntryTable entries, List<Layer> layers) {
    this.paths = paths;
    this.entries = entries;
    this.layers = layers;
  }

  /** The list, most bytes first. */
  public List<WastedPath> of(List<HiddenBytes> hidden) {
    Map<Integer, Map<Pair, List<HiddenBytes>>> byLayer = new LinkedHashMap<>();
    for (HiddenBytes one : hidden) {
      byLayer
          .computeIfAbsent(one.added(), key -> new LinkedHashMap<>())
          .computeIfAbsent(new Pair(one.hidden(), one.kind()), key -> new ArrayList<>())
          .add(one);
    }
    List<WastedPath> report = new ArrayList<>();
    byLayer.forEach(
        (added, groups) -> {
          Map<Integer, Integer> total = filesByFolder(layers.get(added));
          groups.values().forEach(group -> report.addAll(lines(group, total)));
        });
    report.sort(
        Comparator.comparingLong(WastedPath::bytes)
            .reversed()
            .thenComparing(WastedPath::path)
            .thenComparing(WastedPath::addedLayer));
    return report;
  }

  private List<WastedPath> lines(List<HiddenBytes> group, Map<Integer, Integer> total) {
    Map<Integer, Integer> gone = new HashMap<>();
    group.forEach(one -> countUp(gone, folderOf(one), one.files()));
    Map<Integer, Line> lines = new LinkedHashMap<>();
    for (HiddenBytes one : group) {
      int shown = shown(one, gone, total);
      boolean folder = one.folder() || shown != one.node();
      lines.computeIfAbsent(shown, node -> new Line(node, folder)).add(one.bytes(), one.files());
    }
    return capped(List.copyOf(lines.values())).stream()
        .map(line -> line.toWastedPath(group.get(0)))
        .toList();
  }

  /** The smallest folder that stands for all that went together with it, or the path itself. */
  private int shown(HiddenBytes one, Map<Integer, Integer> gone, Map<Integer, Integer> total) {
    int top = PathTree.NONE;
    for (int at = folderOf(one); at > PathTree.ROOT; at = paths.parent(at)) {
      int count = gone.getOrDefault(at, 0);
      if (count != total.getOrDefault(at, 0)) {
        break;
      }
      // a folder of one file says less than the file's own path
      if (count > 1) {
        top = at;
      }
    }
    if (top == PathTree.NONE) {
      return one.node();
    }
    int at = folderOf(one);
    while (!Objects.equals(gone.get(at), gone.get(top))) {
      at = paths.parent(at);
    }
    return at;
  }

  private int folderOf(HiddenBytes one) {
    return one.folder() ? one.node() : paths.parent(one.node());
  }

  private List<Line> capped(List<Line> lines) {
    if (lines.size() <= MAX_LINES) {
      return lines;
    }
    List<Line> sorted = new ArrayList<>(lines);
    sorted.sort(
        Comparator.comparingLong((Line line) -> line.bytes)
            .reversed()
            .thenComparing(line -> paths.path(line.node)));
    List<Line> tail = sorted.subList(MAX_LINES - 1, sorted.size());
    int folder = paths.parent(tail.get(0).node);
    for (Line line : tail) {
      while (folder > PathTree.ROOT && !paths.isWithin(line.node, folder)) {
        folder = paths.parent(folder);
      }
    }
    Line rest = new Line(Math.max(folder, PathTree.ROOT), true);
    tail.forEach(line -> rest.add(line.bytes, line.files));
    List<Line> result = new ArrayList<>(sorted.subList(0, MAX_LINES - 1));
    result.add(rest);
    return result;
  }

  private Map<Integer, Integer> filesByFolder(Layer layer) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int entry = layer.first(); entry < layer.end(); entry++) {
      if (entries.bytes(entry) > 0) {
        countUp(counts, paths.parent(entries.node(entry)), 1);
      }
    }
    return counts;
  }

  private void countUp(Map<Integer, Integer> counts, int folder, int files) {
    for (int at = folder; at > PathTree.ROOT; at = paths.parent(at)) {
      counts.merge(at, files, Integer::sum);
    }
  }

  private record Pair(int hidden, WastedPath.Kind kind) {}

  private final class Line {

    private final int node;
    private final boolean folder;
    private long bytes;
    private int files;

    Line(int node, boolean folder) {
      this.node = node;
      this.folder = folder;
    }

    void add(long moreBytes, int moreFiles) {
      bytes += moreBytes;
      files += moreFiles;
    }

    WastedPath toWastedPath(HiddenBytes group) {
      String path = folder ? paths.folderPath(node) : paths.path(node);
      return new WastedPath(path, bytes, files, group.added(), group.hidden(), group.kind());
    }
  }
}
