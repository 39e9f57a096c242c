package dev.drydock.image.files;

import dev.drydock.image.anatomy.FileSystemFacts.OwnedFile;
import dev.drydock.image.anatomy.PathSize;
import dev.drydock.image.layers.EntryTable;
import dev.drydock.image.layers.EntryTable.Kind;
import dev.drydock.image.layers.FileSystemView;
import dev.drydock.image.layers.Layer;
import dev.drydock.image.layers.PathTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.regex.Pattern;

/** Facts about single files that the layers above the base brought. */
final class OwnFiles {

  private static final int MAX_LISTED = 100;
  private static final int MAX_LARGEST = 50;
  private static final int SET_ID = 06000;
  private static final int WRITE = 2;

  /** Folders meant for writing, which hold no application files. */
  private static final Pattern DATA =
      Pattern.compile(
          "/(tmp|run|dev|proc|sys|var/(tmp|run|log|cache|lib|spool|mail|lock))/.*"
              + "|/(root|home/[^/]+)/\\..*");

  private final ImageFiles files;
  private final FileSystemView view;
  private final PathTree paths;
  private final EntryTable entries;

  OwnFiles(ImageFiles files) {
    this.files = files;
    this.view = files.view();
    this.paths = files.paths();
    this.entries = files.entries();
  }

  /**
   * Application files the user may write.
   *
   * @param volumes folders the image declares for data
   */
  List<OwnedFile> writable(ImageUser user, List<String> volumes) {
    List<Integer> writable = new ArrayList<>();
    files.forEachFile(
        PathTree.ROOT,
        node -> {
          int data = view.dataEntry(node);
          if (files.isOwn(node)
              && user.may(WRITE, entries.mode(data), entries.uid(data), entries.gid(data))
              && isApplication(paths.path(node), volumes)) {
            writable.add(node);
          }
        });
    return firstByPath(writable);
  }

  /** Files that run as someone other than their caller, unless they already do in the base. */
  List<OwnedFile> setIds() {
    Map<Integer, Integer> base = baseSetIds();
    List<Integer> found = new ArrayList<>();
    files.forEachFile(
        PathTree.ROOT,
        node -> {
          int bits = entries.mode(view.dataEntry(node)) & SET_ID;
          if (bits != 0 && files.isOwn(node) && (base.getOrDefault(node, 0) & bits) != bits) {
            found.add(node);
          }
        });
    return firstByPath(found);
  }

  /** The heaviest files, heaviest first; one with several names is named once. */
  List<PathSize> largest() {
    PriorityQueue<Integer> heaviest =
        new PriorityQueue<>(Comparator.comparingLong(view::bytes).thenComparing(paths::path));
    Map<Long, Integer> seen = new HashMap<>();
    files.forEachFile(
        PathTree.ROOT,
        node -> {
          boolean first =
              view.names(node) == 1
                  || seen.putIfAbsent(
                          (long) view.dataLayer(node) << 32 | view.dataEntry(node), node)
                      == null;
          if (files.isOwn(node) && first) {
            heaviest.add(node);
            if (heaviest.size() > MAX_LARGEST) {
              heaviest.poll();
            }
          }
        });
    return heaviest.stream()
        .map(node -> new PathSize(paths.path(node), view.bytes(node)))
        .sorted(Comparator.comparingLong(PathSize::bytes).reversed().thenComparing(PathSize::path))
        .toList();
  }

  private Map<Integer, Integer> baseSetIds() {
    Map<Integer, Integer> bits = new HashMap<>();
    for (Layer layer : files.layers().subList(0, files.baseLayers())) {
      for (int entry = layer.first(); entry < layer.end(); entry++) {
        if (entries.kind(entry) == Kind.FILE && (entries.mode(entry) & SET_ID) != 0) {
          bits.merge(entries.node(entry), entries.mode(entry) & SET_ID, (a, b) -> a | b);
        }
      }
    }
    return bits;
  }

  private List<OwnedFile> firstByPath(List<Integer> nodes) {
    return nodes.stream()
        .map(this::describe)
        .sorted(Comparator.comparing(OwnedFile::path))
        .limit(MAX_LISTED)
        .toList();
  }

  private static boolean isApplication(String path, List<String> volumes) {
    return !DATA.matcher(path).matches()
        && volumes.stream().noneMatch(volume -> path.startsWith(withSlash(volume)));
  }

  private static String withSlash(String folder) {
    return folder.endsWith("/") ? folder : folder + "/";
  }

  private OwnedFile describe(int node) {
    int data = view.dataEntry(node);
    return new OwnedFile(
        paths.path(node),
        entries.uid(data),
        entries.gid(data),
        entries.mode(data),
        view.dataLayer(node));
  }
}
