package dev.drydock.image.files;

import dev.drydock.image.anatomy.FileSystemFacts.Tool;
import dev.drydock.image.layers.FileSystemView;
import dev.drydock.image.layers.PathTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds compilers, SDKs and package managers: executable files of such a name in the folders of
 * PATH or any other {@code bin}. Each tool is named once, under its shortest path, PATH first; the
 * link {@code cc} to {@code gcc} is not a second one.
 */
final class Tools {

  private static final int EXECUTABLE = 0111;
  private static final Set<String> ALIASES = Set.of("cc", "c++");

  private final ImageFiles files;
  private final FileSystemView view;
  private final PathTree paths;
  private final List<String> searchPath;
  private final Set<Integer> seen = new LinkedHashSet<>();

  Tools(ImageFiles files, List<String> searchPath) {
    this.files = files;
    this.view = files.view();
    this.paths = files.paths();
    this.searchPath = searchPath;
  }

  List<Tool> find() {
    Map<String, Tool> tools = new LinkedHashMap<>();
    for (int folder : folders()) {
      for (int node : candidates(folder)) {
        add(tools, node);
      }
    }
    return tools.values().stream()
        .sorted(Comparator.comparingLong(Tool::bytes).reversed().thenComparing(Tool::name))
        .toList();
  }

  /** The tools in a folder, short names first, what is usually a link last. */
  private List<Integer> candidates(int folder) {
    List<Integer> candidates = new ArrayList<>();
    for (int node = paths.firstChild(folder);
        node != PathTree.NONE;
        node = paths.nextSibling(node)) {
      if (view.exists(node) && ToolNames.of(paths.name(node)) != null) {
        candidates.add(node);
      }
    }
    candidates.sort(
        Comparator.comparing((Integer node) -> ALIASES.contains(paths.name(node)))
            .thenComparing(node -> paths.name(node).length())
            .thenComparing(paths::name));
    return candidates;
  }

  private Set<Integer> folders() {
    Set<Integer> folders = new LinkedHashSet<>();
    for (String folder : searchPath) {
      int node = files.resolve(folder);
      if (node != PathTree.NONE && node != PathTree.ROOT) {
        folders.add(node);
      }
    }
    int node = PathTree.ROOT;
    while (node != PathTree.NONE) {
      if (view.isFolder(node) && (paths.isNamed(node, "bin") || paths.isNamed(node, "sbin"))) {
        folders.add(node);
      }
      node =
          paths.isNamed(node, "node_modules")
              ? view.nextAfter(node, PathTree.ROOT)
              : view.next(node, PathTree.ROOT);
    }
    return folders;
  }

  private void add(Map<String, Tool> tools, int node) {
    ToolNames tool = Objects.requireNonNull(ToolNames.of(paths.name(node)));
    int target = files.resolve(paths.path(node));
    boolean program =
        target != PathTree.NONE
            && view.isFile(target)
            && (files.entries().mode(view.dataEntry(target)) & EXECUTABLE) != 0;
    if (!program || tools.containsKey(tool.name()) || !seen.add(target)) {
      return;
    }
    int layer = view.dataLayer(target);
    boolean base = layer < files.baseLayers();
    int folder = folderOf(tool, target);
    String path = paths.path(node);
    long bytes = view.bytes(target);
    if (folder != PathTree.NONE) {
      bytes = FolderBytes.of(files, folder, 0).bytes();
      path = tool.kind().equals("sdk") ? paths.folderPath(folder) : path;
    }
    tools.put(tool.name(), new Tool(tool.kind(), tool.name(), path, bytes, layer, base));
  }

  /** What the tool comes in: an SDK's folder, an npm package; none for a single file. */
  private int folderOf(ToolNames tool, int target) {
    int bin = paths.parent(target);
    if (tool.kind().equals("sdk")) {
      int folder = paths.isNamed(bin, "bin") ? paths.parent(bin) : PathTree.NONE;
      return isSdk(folder) ? folder : PathTree.NONE;
    }
    int folder = paths.isNamed(bin, "bin") ? paths.parent(bin) : PathTree.NONE;
    return folder > PathTree.ROOT && has(folder, "package.json") ? folder : PathTree.NONE;
  }

  private boolean isSdk(int folder) {
    return folder > PathTree.ROOT && (has(folder, "pkg") || has(folder, "jmods"));
  }

  private boolean has(int folder, String name) {
    int child = paths.child(folder, name);
    return child != PathTree.NONE && view.exists(child);
  }
}
