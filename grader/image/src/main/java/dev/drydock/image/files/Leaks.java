package dev.drydock.image.files;

import dev.drydock.image.anatomy.FileSystemFacts.LeakedFile;
import dev.drydock.image.anatomy.HistoryEntry;
import dev.drydock.image.files.FolderZones.Zone;
import dev.drydock.image.layers.EntryTable;
import dev.drydock.image.layers.EntryTable.Kind;
import dev.drydock.image.layers.Layer;
import dev.drydock.image.layers.PathTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what came from a developer's machine, in every layer above the base, still visible or not.
 */
final class Leaks {

  private static final int MAX_OF_A_KIND = 100;
  private static final Pattern COPY =
      Pattern.compile("(/bin/sh -c #\\(nop\\)\\s+)?(COPY|ADD)\\s.*", Pattern.DOTALL);

  /** Made by Debian's ssl-cert package, for tests. */
  private static final String SNAKE_OIL = "ssl-cert-snakeoil.key";

  private final ImageFiles files;
  private final FolderZones zones;
  private final PathTree paths;
  private final EntryTable entries;

  Leaks(ImageFiles files) {
    this.files = files;
    this.paths = files.paths();
    this.entries = files.entries();
    this.zones = new FolderZones(paths);
  }

  /**
   * Find the leaks.
   *
   * @param makers for each layer its history entry, null where there is none
   */
  List<LeakedFile> find(List<@Nullable HistoryEntry> makers) {
    List<LeakedFile> found = new ArrayList<>();
    for (int layer = files.baseLayers(); layer < files.layers().size(); layer++) {
      HistoryEntry maker = makers.get(layer);
      boolean copied = maker != null && COPY.matcher(maker.createdBy()).matches();
      found.addAll(find(layer, copied));
    }
    return capped(found);
  }

  private List<LeakedFile> find(int index, boolean copied) {
    Map<Place, Sum> sums = new LinkedHashMap<>();
    Layer layer = files.layers().get(index);
    for (int entry = layer.first(); entry < layer.end(); entry++) {
      if (entries.kind(entry) == Kind.FILE) {
        for (Place place : places(entry, copied)) {
          sums.computeIfAbsent(place, key -> new Sum())
              .add(entries.bytes(entry), isVisible(entry, index));
        }
      }
    }
    return sums.entrySet().stream().map(sum -> leak(sum.getKey(), sum.getValue(), index)).toList();
  }

  private List<Place> places(int entry, boolean copied) {
    int node = entries.node(entry);
    Zone zone = zones.zone(paths.parent(node));
    List<Place> places = new ArrayList<>();
    if (files.notes().isPrivateKey(entry)
        && zone != Zone.INSTALLED
        && zone != Zone.NODE_MODULES
        && !paths.isNamed(node, SNAKE_OIL)) {
      places.add(new Place("private-key", node, false));
    }
    int top = zones.top(paths.parent(node));
    switch (zone) {
      case GIT -> places.add(new Place("git", top, true));
      case EDITOR -> places.add(new Place("editor", top, true));
      case TESTS -> places.add(new Place("tests", top, true));
      case NODE_MODULES -> {
        if (copied) {
          places.add(new Place("node_modules", top, true));
        }
      }
      case INSTALLED -> {}
      case ORDINARY -> {
        String kind = LeakNames.kind(paths.name(node));
        if (kind != null) {
          places.add(new Place(kind, node, false));
        }
      }
    }
    return places;
  }

  private boolean isVisible(int entry, int layer) {
    int node = entries.node(entry);
    return files.view().dataEntry(node) == entry && files.view().dataLayer(node) == layer;
  }

  private LeakedFile leak(Place place, Sum sum, int layer) {
    String path = place.folder ? paths.folderPath(place.node) : paths.path(place.node);
    return new LeakedFile(place.kind, path, sum.bytes, layer, sum.visible);
  }

  private static List<LeakedFile> capped(List<LeakedFile> leaks) {
    Map<String, Integer> counts = new HashMap<>();
    return leaks.stream()
        .sorted(Comparator.comparingLong(LeakedFile::bytes).reversed())
        .filter(leak -> counts.merge(leak.kind(), 1, Integer::sum) <= MAX_OF_A_KIND)
        .sorted(Comparator.comparingInt(LeakedFile::layer).thenComparing(LeakedFile::path))
        .toList();
  }

  private record Place(String kind, int node, boolean folder) {}

  private static final class Sum {

    private long bytes;
    private boolean visible;

    void add(long more, boolean stillThere) {
      bytes += more;
      visible |= stillThere;
    }
  }
}
