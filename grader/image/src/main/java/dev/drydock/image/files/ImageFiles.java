package dev.drydock.image.files;

import dev.drydock.image.content.ContentNotes;
import dev.drydock.image.layers.EntryTable;
import dev.drydock.image.layers.FileSystemView;
import dev.drydock.image.layers.Layer;
import dev.drydock.image.layers.PathTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The final file system with what is known of its files' contents.
 *
 * @param layers all of them, the base's first
 * @param baseLayers number of the base's
 */
public record ImageFiles(
    FileSystemView view, ContentNotes notes, List<Layer> layers, int baseLayers) {

  private static final int MAX_LINKS = 40;
  private static final int MAX_STEPS = 4096;

  public ImageFiles {
    layers = List.copyOf(layers);
  }

  PathTree paths() {
    return view.paths();
  }

  EntryTable entries() {
    return view.entries();
  }

  /** Whether the path's bytes are in a layer above the base. */
  boolean isOwn(int node) {
    return view.dataLayer(node) >= baseLayers;
  }

  /** The node a path leads to through symbolic links, {@link PathTree#NONE} when to none. */
  int resolve(String path) {
    return resolve(PathTree.ROOT, path);
  }

  /** As {@link #resolve(String)}, a relative path beginning at a folder. */
  int resolve(int folder, String path) {
    Deque<String> left = new ArrayDeque<>();
    push(left, path);
    int at = path.startsWith("/") ? PathTree.ROOT : folder;
    int links = 0;
    int steps = 0;
    while (!left.isEmpty() && steps++ < MAX_STEPS) {
      String name = left.pop();
      if (name.equals("..")) {
        at = at == PathTree.ROOT ? at : paths().parent(at);
        continue;
      }
      int child = paths().child(at, name);
      if (child == PathTree.NONE || !view.exists(child)) {
        return PathTree.NONE;
      }
      if (!view.isSymbolicLink(child)) {
        at = child;
      } else if (++links > MAX_LINKS) {
        return PathTree.NONE;
      } else {
        String target = linkTarget(child);
        at = target.startsWith("/") ? PathTree.ROOT : at;
        push(left, target);
      }
    }
    return left.isEmpty() ? at : PathTree.NONE;
  }

  /** The regular file a path leads to, {@link PathTree#NONE} when to none. */
  int resolveFile(String path) {
    int node = resolve(path);
    return node != PathTree.NONE && view.isFile(node) ? node : PathTree.NONE;
  }

  boolean isFile(String path) {
    return resolveFile(path) != PathTree.NONE;
  }

  /**
   * Text of one of the few files whose text is kept; null when there is none, or it is too large.
   */
  @Nullable String text(String path) {
    int node = resolveFile(path);
    if (node == PathTree.NONE) {
      return null;
    }
    String text = notes.text(view.dataEntry(node));
    // an empty file has no content to note
    return text == null && view.bytes(node) == 0 ? "" : text;
  }

  /** Do something with every visible file below a folder, or the file itself. */
  void forEachFile(int top, IntConsumer action) {
    for (int node = top; node != PathTree.NONE; node = view.next(node, top)) {
      if (view.isFile(node)) {
        action.accept(node);
      }
    }
  }

  private String linkTarget(int node) {
    byte[] target = entries().symbolicLinkTarget(view.entry(node));
    return new String(target, StandardCharsets.UTF_8);
  }

  private static void push(Deque<String> left, String path) {
    String[] names = path.split("/");
    for (int i = names.length - 1; i >= 0; i--) {
      if (!names[i].isEmpty() && !names[i].equals(".")) {
        left.push(names[i]);
      }
    }
  }
}
