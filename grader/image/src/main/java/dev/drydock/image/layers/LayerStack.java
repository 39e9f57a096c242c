package dev.drydock.image.layers;

import dev.drydock.image.anatomy.WastedPath;
import dev.drydock.image.layers.EntryTable.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Lays the layers one over the other, as an overlay file system does, and notes what gets hidden.
 *
 * <ul>
 *   <li>A whiteout and an opaque folder hide what lower layers have, never the own layer's.
 *   <li>A file over a folder hides all in it; a folder over a folder hides nothing.
 *   <li>A folder that an entry's path implies takes the place of a file or link of that name.
 *   <li>Bytes with several names (hard links) are hidden when the last name goes, under that name.
 *   <li>Of several entries for one path in one layer the last counts.
 * </ul>
 */
public final class LayerStack {

  private final FileSystemView view;
  private final PathTree paths;
  private final EntryTable entries;
  private final int baseLayers;
  private final List<HiddenBytes> hidden = new ArrayList<>();

  private int layer;
  private int checkedParent = PathTree.NONE;

  /**
   * Take the tables and how many of the layers are the base's: their bytes hidden by later ones are
   * not noted.
   */
  public LayerStack(PathTree paths, EntryTable entries, int baseLayers) {
    this.view = new FileSystemView(paths, entries);
    this.paths = paths;
    this.entries = entries;
    this.baseLayers = baseLayers;
  }

  /** Lay the next layer on top. */
  public void add(Layer next) {
    for (int entry = next.first(); entry < next.end(); entry++) {
      switch (entries.kind(entry)) {
        case WHITEOUT -> removeAll(entries.node(entry));
        case OPAQUE -> removeContent(entries.node(entry));
        default -> {}
      }
    }
    checkedParent = PathTree.NONE;
    for (int entry = next.first(); entry < next.end(); entry++) {
      Kind kind = entries.kind(entry);
      if (kind != Kind.WHITEOUT && kind != Kind.OPAQUE) {
        place(entry, kind);
      }
    }
    layer++;
  }

  /** The file system as it is now. */
  public FileSystemView view() {
    return view;
  }

  /** What the layers added so far hide of each other, in the order it was hidden. */
  public List<HiddenBytes> hidden() {
    return hidden;
  }

  private void place(int entry, Kind kind) {
    int node = entries.node(entry);
    clearParents(node);
    if (kind != Kind.DIRECTORY && view.hasContent(node)) {
      removeContent(node);
    }
    int old = view.entry(node);
    if (old != FileSystemView.NONE) {
      replace(node, entry, kind);
    }
    view.put(node, layer, entry);
  }

  private void replace(int node, int entry, Kind kind) {
    int added = view.dataLayer(node);
    int data = view.dataEntry(node);
    boolean last = view.remove(node);
    if (last && isWaste(added, data)) {
      WastedPath.Kind how =
          sameContent(data, entry, kind) ? WastedPath.Kind.METADATA : WastedPath.Kind.REPLACED;
      hidden.add(new HiddenBytes(node, false, entries.bytes(data), 1, added, layer, how));
    }
  }

  private boolean sameContent(int data, int entry, Kind kind) {
    int other =
        switch (kind) {
          case FILE -> entry;
          case HARD_LINK -> view.dataEntry(entries.hardLinkTarget(entry));
          default -> FileSystemView.NONE;
        };
    return other != FileSystemView.NONE
        && entries.bytes(other) == entries.bytes(data)
        && entries.hash(other) == entries.hash(data);
  }

  private boolean isWaste(int added, int data) {
    return added >= baseLayers && added < layer && entries.bytes(data) > 0;
  }

  private void clearParents(int node) {
    int parent = paths.parent(node);
    if (parent == checkedParent) {
      return;
    }
    for (int at = parent; at > PathTree.ROOT; at = paths.parent(at)) {
      if (view.entry(at) != FileSystemView.NONE && !view.isFolder(at)) {
        removeAll(at);
      }
    }
    checkedParent = parent;
  }

  private void removeAll(int node) {
    if (view.exists(node)) {
      Removal removal = new Removal(node, view.isFolder(node));
      removal.take(node);
      removal.takeContent(node);
      removal.report();
    }
  }

  private void removeContent(int node) {
    if (view.exists(node)) {
      Removal removal = new Removal(node, true);
      removal.takeContent(node);
      removal.report();
    }
  }

  /** One folder or file that goes, with the layers its bytes were in. */
  private final class Removal {

    private final int top;
    private final boolean folder;
    private final TreeMap<Integer, long[]> bytesAndFiles = new TreeMap<>();

    Removal(int top, boolean folder) {
      this.top = top;
      this.folder = folder;
    }

    void takeContent(int node) {
      int at = view.next(node, top);
      while (at != PathTree.NONE) {
        take(at);
        at = view.next(at, top);
      }
    }

    void take(int node) {
      if (view.entry(node) == FileSystemView.NONE) {
        return;
      }
      int added = view.dataLayer(node);
      int data = view.dataEntry(node);
      boolean last = view.remove(node);
      if (last && isWaste(added, data)) {
        long[] sums = bytesAndFiles.computeIfAbsent(added, key -> new long[2]);
        sums[0] += entries.bytes(data);
        sums[1]++;
      }
    }

    void report() {
      bytesAndFiles.forEach(
          (added, sums) ->
              hidden.add(
                  new HiddenBytes(
                      top, folder, sums[0], (int) sums[1], added, layer, WastedPath.Kind.REMOVED)));
    }
  }
}
