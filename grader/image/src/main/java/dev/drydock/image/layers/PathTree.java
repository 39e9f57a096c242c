package dev.drydock.image.layers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Every path that any layer names, as a tree of numbered nodes; the root is 0. Paths are normalised
 * on the way in: {@code ./} and double slashes vanish, {@code ..} climbs no higher than the root.
 */
public final class PathTree {

  public static final int ROOT = 0;
  public static final int NONE = -1;

  private final long maxNameBytes;
  private int[] parents = new int[1024];
  private int[] firstChildren = new int[1024];
  private int[] nextSiblings = new int[1024];
  private int[] nameStarts = new int[1024];
  private byte[] names = new byte[16 * 1024];
  private int[] slots = new int[2048];
  private int nodes;
  private int nameEnd;

  /** An empty tree that refuses more than so many bytes of names. */
  public PathTree(long maxNameBytes) {
    this.maxNameBytes = Math.min(maxNameBytes, Integer.MAX_VALUE - 64 * 1024);
    Arrays.fill(slots, NONE);
    parents[ROOT] = NONE;
    firstChildren[ROOT] = NONE;
    nextSiblings[ROOT] = NONE;
    nodes = 1;
  }

  /** The node of a path, made if it is new. */
  public int add(byte[] path) throws LimitException {
    int node = ROOT;
    int at = 0;
    while (at < path.length) {
      int end = componentEnd(path, at);
      node = step(node, path, at, end - at);
      at = end + 1;
    }
    return node;
  }

  /** The node of that name in a folder, {@link #NONE} when no layer names it. */
  public int child(int folder, String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return slots[slot(folder, bytes, 0, bytes.length)];
  }

  public int parent(int node) {
    return parents[node];
  }

  public int firstChild(int node) {
    return firstChildren[node];
  }

  public int nextSibling(int node) {
    return nextSiblings[node];
  }

  public int size() {
    return nodes;
  }

  /** The last component, empty for the root. */
  public String name(int node) {
    return new String(names, nameStarts[node], nameLength(node), StandardCharsets.UTF_8);
  }

  public boolean isNamed(int node, String name) {
    return nameLength(node) == name.length() && name(node).equals(name);
  }

  /** The absolute path, {@code /} for the root; never with a slash at the end otherwise. */
  public String path(int node) {
    if (node == ROOT) {
      return "/";
    }
    int length = 0;
    for (int n = node; n != ROOT; n = parents[n]) {
      length += nameLength(n) + 1;
    }
    byte[] path = new byte[length];
    int at = length;
    for (int n = node; n != ROOT; n = parents[n]) {
      at -= nameLength(n);
      System.arraycopy(names, nameStarts[n], path, at, nameLength(n));
      path[--at] = '/';
    }
    return new String(path, StandardCharsets.UTF_8);
  }

  /** As {@link #path}, with a slash at the end. */
  public String folderPath(int node) {
    return node == ROOT ? "/" : path(node) + "/";
  }

  /** Whether a node is the folder or lies below it. */
  public boolean isWithin(int node, int folder) {
    int at = node;
    while (at != folder && at != NONE) {
      at = parents[at];
    }
    return at == folder;
  }

  /**
   * The node after this one in a walk of the subtree of {@code top}, parents before children;
   * {@link #NONE} at the end. A walk needs no stack, whatever the depth.
   */
  public int next(int node, int top) {
    return firstChildren[node] != NONE ? firstChildren[node] : nextAfter(node, top);
  }

  /** As {@link #next}, not going below {@code node}. */
  public int nextAfter(int node, int top) {
    int at = node;
    while (at != top) {
      if (nextSiblings[at] != NONE) {
        return nextSiblings[at];
      }
      at = parents[at];
    }
    return NONE;
  }

  /**
   * Put every folder's children in the order of their names, so that walks do not depend on the
   * order in which an archive happens to hold its layers.
   */
  public void sort() {
    for (int folder = 0; folder < nodes; folder++) {
      List<Integer> children = new ArrayList<>();
      for (int at = firstChildren[folder]; at != NONE; at = nextSiblings[at]) {
        children.add(at);
      }
      if (children.size() > 1) {
        children.sort(this::compareNames);
        int next = NONE;
        for (int i = children.size() - 1; i >= 0; i--) {
          nextSiblings[children.get(i)] = next;
          next = children.get(i);
        }
        firstChildren[folder] = next;
      }
    }
  }

  private int compareNames(int one, int other) {
    return Arrays.compareUnsigned(
        names,
        nameStarts[one],
        nameStarts[one] + nameLength(one),
        names,
        nameStarts[other],
        nameStarts[other] + nameLength(other));
  }

  private int step(int node, byte[] path, int start, int length) throws LimitException {
    if (length == 0 || (length == 1 && path[start] == '.')) {
      return node;
    }
    if (length == 2 && path[start] == '.' && path[start + 1] == '.') {
      return node == ROOT ? ROOT : parents[node];
    }
    int slot = slot(node, path, start, length);
    if (slots[slot] != NONE) {
      return slots[slot];
    }
    int made = append(node, path, start, length);
    slots[slot] = made;
    if (nodes * 2 > slots.length) {
      rehash();
    }
    return made;
  }

  private int append(int parent, byte[] path, int start, int length) throws LimitException {
    if (nameEnd + (long) length > maxNameBytes) {
      throw new LimitException("its file names take more than " + maxNameBytes + " bytes");
    }
    if (nodes + 1 >= parents.length) {
      int capacity = nodes + nodes / 2 + 2;
      parents = Arrays.copyOf(parents, capacity);
      firstChildren = Arrays.copyOf(firstChildren, capacity);
      nextSiblings = Arrays.copyOf(nextSiblings, capacity);
      nameStarts = Arrays.copyOf(nameStarts, capacity);
    }
    if (nameEnd + length > names.length) {
      names = Arrays.copyOf(names, (int) Math.min(maxNameBytes, (nameEnd + length) * 3L / 2));
    }
    System.arraycopy(path, start, names, nameEnd, length);
    int node = nodes++;
    nameStarts[node] = nameEnd;
    nameEnd += length;
    parents[node] = parent;
    firstChildren[node] = NONE;
    nextSiblings[node] = firstChildren[parent];
    firstChildren[parent] = node;
    return node;
  }

  /** Names are stored one after the other, in the order of the nodes. */
  private int nameLength(int node) {
    return (node + 1 < nodes ? nameStarts[node + 1] : nameEnd) - nameStarts[node];
  }

  private int slot(int parent, byte[] name, int start, int length) {
    int slot = hash(parent, name, start, length) & (slots.length - 1);
    while (slots[slot] != NONE && !matches(slots[slot], parent, name, start, length)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean matches(int node, int parent, byte[] name, int start, int length) {
    return parents[node] == parent
        && nameLength(node) == length
        && Arrays.equals(
            names, nameStarts[node], nameStarts[node] + length, name, start, start + length);
  }

  private static int hash(int parent, byte[] name, int start, int length) {
    int hash = parent * 0x9E3779B1;
    for (int i = start; i < start + length; i++) {
      hash = hash * 31 + name[i];
    }
    hash *= 0x85EBCA6B;
    return hash ^ hash >>> 15;
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    Arrays.fill(slots, NONE);
    for (int node = 1; node < nodes; node++) {
      int start = nameStarts[node];
      slots[slot(parents[node], names, start, nameLength(node))] = node;
    }
  }

  private static int componentEnd(byte[] path, int from) {
    int end = from;
    while (end < path.length && path[end] != '/') {
      end++;
    }
    return end;
  }
}
