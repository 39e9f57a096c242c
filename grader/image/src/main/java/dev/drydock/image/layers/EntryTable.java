package dev.drydock.image.layers;

import dev.drydock.image.tar.TarEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The entries of all layers, numbered in the order they were read. A layer's are consecutive.
 * Whiteouts are entries too; their node is the path they hide.
 */
public final class EntryTable {

  /** What an entry does to its path. */
  public enum Kind {
    FILE,
    HARD_LINK,
    SYMBOLIC_LINK,
    DIRECTORY,
    SPECIAL,
    /** Hides a path of the layers below. */
    WHITEOUT,
    /** Hides what the layers below have in a folder. */
    OPAQUE
  }

  private static final Kind[] KINDS = Kind.values();

  private final int maxEntries;
  private final long maxLinkBytes;
  private byte[] kinds = new byte[1024];
  private int[] nodes = new int[1024];
  private long[] sizes = new long[1024];
  private long[] hashes = new long[1024];
  private short[] modes = new short[1024];
  private int[] uids = new int[1024];
  private int[] gids = new int[1024];
  private int[] links = new int[1024];
  private final List<byte[]> symbolicLinks = new ArrayList<>();
  private long linkBytes;
  private int count;

  /** An empty table that refuses more than so many entries, or bytes of symbolic links. */
  public EntryTable(int maxEntries, long maxLinkBytes) {
    this.maxEntries = maxEntries;
    this.maxLinkBytes = maxLinkBytes;
  }

  /**
   * Add an entry.
   *
   * @param linkNode node of a hard link's target, anything otherwise
   */
  public int add(Kind kind, int node, TarEntry entry, int linkNode) throws LimitException {
    if (count >= maxEntries) {
      throw new LimitException("it has more than " + maxEntries + " entries");
    }
    grow();
    int id = count++;
    kinds[id] = (byte) kind.ordinal();
    nodes[id] = node;
    sizes[id] = kind == Kind.FILE ? entry.size() : 0;
    modes[id] = (short) entry.mode();
    uids[id] = entry.uid();
    gids[id] = entry.gid();
    links[id] = linkNode;
    if (kind == Kind.SYMBOLIC_LINK) {
      links[id] = keep(entry.linkName());
    }
    return id;
  }

  void setHash(int entry, long hash) {
    hashes[entry] = hash;
  }

  public int size() {
    return count;
  }

  public Kind kind(int entry) {
    return KINDS[kinds[entry]];
  }

  public int node(int entry) {
    return nodes[entry];
  }

  /** Bytes of a regular file, 0 for everything else. */
  public long bytes(int entry) {
    return sizes[entry];
  }

  /** Two regular files of the same size and the same hash have the same content. */
  public long hash(int entry) {
    return hashes[entry];
  }

  /** Permission and set-id bits. */
  public int mode(int entry) {
    return modes[entry];
  }

  public long uid(int entry) {
    return Integer.toUnsignedLong(uids[entry]);
  }

  public long gid(int entry) {
    return Integer.toUnsignedLong(gids[entry]);
  }

  /** Node that a hard link names. */
  public int hardLinkTarget(int entry) {
    return links[entry];
  }

  /** Target of a symbolic link, as written. */
  public byte[] symbolicLinkTarget(int entry) {
    return symbolicLinks.get(links[entry]);
  }

  private int keep(byte[] linkName) throws LimitException {
    linkBytes += linkName.length;
    if (linkBytes > maxLinkBytes) {
      throw new LimitException("its symbolic links take more than " + maxLinkBytes + " bytes");
    }
    symbolicLinks.add(linkName);
    return symbolicLinks.size() - 1;
  }

  private void grow() {
    if (count < nodes.length) {
      return;
    }
    int capacity = count + count / 2;
    kinds = Arrays.copyOf(kinds, capacity);
    nodes = Arrays.copyOf(nodes, capacity);
    sizes = Arrays.copyOf(sizes, capacity);
    hashes = Arrays.copyOf(hashes, capacity);
    modes = Arrays.copyOf(modes, capacity);
    uids = Arrays.copyOf(uids, capacity);
    gids = Arrays.copyOf(gids, capacity);
    links = Arrays.copyOf(links, capacity);
  }
}
