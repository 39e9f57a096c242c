package dev.drydock.image.files;

import dev.drydock.evidence.FileSystemFacts.Tool;
import dev.drydock.image.layers.FileSystemView;
import dev.drydock.image.layers.PathTree;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds compilers, SDKs and package managers: executable files of such a name in the folders of
 * PATH or any other {@code bin}. Each tool is named once, under its shortest path, PATH first; the
 * link {@code cc} to {@code gcc} is no second one.
 */
final class Tools {

  private static final int EXECUTABLE = 0111;

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
      for (int node = paths.firstChild(folder);
          node != PathTree.NONE;
          node = paths.nextSibling(node)) {
        ToolNames tool = view.exists(node) ? ToolNames.of(paths.name(node)) : null;
        if (tool != null) {
          add(tools, tool, node);
        }
      }
    }
    return tools.values().stream()
        .sorted(Comparator.comparingLong(Tool::bytes).reversed().thenComparing(Tool::name))
        .toList();
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

  private void add(Map<String, Tool> tools, ToolNames tool, int node) {
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
    for (int at = bin; at > PathTree.ROOT; at = paths.parent(at)) {
      if (paths.isNamed(paths.parent(at), "node_modules")) {
        return at;
      }
    }
    return PathTree.NONE;
  }

  private boolean isSdk(int folder) {
    if (folder <= PathTree.ROOT) {
      return false;
    }
    int packages = paths.child(folder, "pkg");
    int modules = paths.child(folder, "jmods");
    int library = paths.child(folder, "lib");
    return List.of(packages, modules, library).stream()
        .anyMatch(node -> node != PathTree.NONE && view.exists(node));
  }
}
