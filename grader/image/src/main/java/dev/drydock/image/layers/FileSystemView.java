package dev.drydock.image.layers;

import dev.drydock.image.layers.EntryTable.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What a container sees: for every path the entry that made it and the one that holds its bytes
 * (they differ for hard links). Filled by {@link LayerStack}.
 */
public final class FileSystemView {

  public static final int NONE = -1;

  private final PathTree paths;
  private final EntryTable entries;
  private final int[] entryOf;
  private final int[] layerOf;
  private final int[] dataEntryOf;
  private final int[] dataLayerOf;
  private final int[] live;
  private final Map<Long, int[]> linkCounts = new HashMap<>();

  FileSystemView(PathTree paths, EntryTable entries) {
    this.paths = paths;
    this.entries = entries;
    entryOf = filled(paths.size());
    layerOf = filled(paths.size());
    dataEntryOf = filled(paths.size());
    dataLayerOf = filled(paths.size());
    live = new int[paths.size()];
  }

  public PathTree paths() {
    return paths;
  }

  public EntryTable entries() {
    return entries;
  }

  /**
   * The entry that made the path, {@link #NONE} when there is none (an implied folder, or gone).
   */
  public int entry(int node) {
    return entryOf[node];
  }

  /** The layer that made the path. */
  public int layer(int node) {
    return layerOf[node];
  }

  /** The regular file whose bytes the path has, {@link #NONE} for all else. */
  public int dataEntry(int node) {
    return dataEntryOf[node];
  }

  /** The layer that holds those bytes. */
  public int dataLayer(int node) {
    return dataLayerOf[node];
  }

  public boolean exists(int node) {
    return node == PathTree.ROOT || live[node] > 0;
  }

  public boolean isFile(int node) {
    return dataEntryOf[node] != NONE;
  }

  public boolean isFolder(int node) {
    return exists(node) && (entryOf[node] == NONE || entries.kind(entryOf[node]) == Kind.DIRECTORY);
  }

  public boolean isSymbolicLink(int node) {
    return entryOf[node] != NONE && entries.kind(entryOf[node]) == Kind.SYMBOLIC_LINK;
  }

  /** Size of the regular file at the path, 0 for all else. */
  public long bytes(int node) {
    return isFile(node) ? entries.bytes(dataEntryOf[node]) : 0;
  }

  /** Number of visible names of the same file, 1 unless hard links were made. */
  public int names(int node) {
    int[] count = linkCounts.get(key(dataLayerOf[node], dataEntryOf[node]));
    return count == null ? 1 : count[0];
  }

  /** As {@link PathTree#next}, leaving out what does not exist; folders come before their files. */
  public int next(int node, int top) {
    int at = live[node] > 0 ? paths.next(node, top) : paths.nextAfter(node, top);
    while (at != PathTree.NONE && live[at] == 0) {
      at = paths.nextAfter(at, top);
    }
    return at;
  }

  /** As {@link PathTree#nextAfter}, leaving out what does not exist. */
  public int nextAfter(int node, int top) {
    int at = paths.nextAfter(node, top);
    while (at != PathTree.NONE && live[at] == 0) {
      at = paths.nextAfter(at, top);
    }
    return at;
  }

  void put(int node, int layer, int entry) {
    entryOf[node] = entry;
    layerOf[node] = layer;
    switch (entries.kind(entry)) {
      case FILE -> hold(node, layer, entry);
      case HARD_LINK -> link(node, entries.hardLinkTarget(entry));
      default -> hold(node, NONE, NONE);
    }
    count(node, 1);
  }

  /** Forget the path (not what is below it); whether its bytes have now lost their last name. */
  boolean remove(int node) {
    boolean last = dataEntryOf[node] != NONE && unlink(dataLayerOf[node], dataEntryOf[node]);
    entryOf[node] = NONE;
    layerOf[node] = NONE;
    hold(node, NONE, NONE);
    count(node, -1);
    return last;
  }

  /** Whether something is visible below the path. */
  boolean hasContent(int node) {
    return live[node] > (entryOf[node] == NONE ? 0 : 1);
  }

  private void hold(int node, int layer, int entry) {
    dataLayerOf[node] = layer;
    dataEntryOf[node] = entry;
  }

  private void link(int node, int target) {
    hold(node, dataLayerOf[target], dataEntryOf[target]);
    if (dataEntryOf[target] != NONE) {
      linkCounts
          .computeIfAbsent(key(dataLayerOf[target], dataEntryOf[target]), k -> new int[] {1})[0]++;
    }
  }

  private boolean unlink(int layer, int entry) {
    int[] count = linkCounts.get(key(layer, entry));
    return count == null || --count[0] == 0;
  }

  private void count(int node, int change) {
    for (int at = node; at != PathTree.NONE; at = paths.parent(at)) {
      live[at] += change;
    }
  }

  private static long key(int layer, int entry) {
    return (long) layer << 32 | entry;
  }

  private static int[] filled(int size) {
    int[] array = new int[size];
    Arrays.fill(array, NONE);
    return array;
  }
}
