package dev.drydock.image.layers;

import dev.drydock.image.layers.EntryTable.Kind;
import dev.drydock.image.tar.TarEntry;
import dev.drydock.image.tar.TarReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads one layer's tar archive into the tables all layers share.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/layer.md">layers and their
 *     whiteouts</a>
 */
public final class LayerReader {

  private static final byte[] WHITEOUT = ".wh.".getBytes(StandardCharsets.US_ASCII);
  private static final String OPAQUE = ".wh..wh..opq";

  private final PathTree paths;
  private final EntryTable entries;
  private final FileInspector inspector;

  public LayerReader(PathTree paths, EntryTable entries, FileInspector inspector) {
    this.paths = paths;
    this.entries = entries;
    this.inspector = inspector;
  }

  /** Read the layer to its end. */
  public Layer read(InputStream layer) throws IOException {
    TarReader tar = new TarReader(layer);
    int first = entries.size();
    long bytes = 0;
    int files = 0;
    for (TarEntry header = tar.next(); header != null; header = tar.next()) {
      int entry = add(header);
      if (entry >= 0 && entries.kind(entry) == Kind.FILE) {
        bytes = sum(bytes, entries.bytes(entry));
        files++;
        if (header.storedSize() > 0) {
          entries.setHash(entry, inspector.inspect(entry, entries.node(entry), header, tar));
        }
      }
    }
    return new Layer(first, entries.size(), bytes, files);
  }

  private int add(TarEntry header) throws LimitException {
    byte[] name = header.name();
    int base = baseName(name);
    if (startsWith(name, base, WHITEOUT)) {
      return addWhiteout(header, base);
    }
    Kind kind = kind(header);
    if (kind == null) {
      return -1;
    }
    int node = paths.add(name);
    int link = kind == Kind.HARD_LINK ? paths.add(header.linkName()) : PathTree.NONE;
    boolean rootAsFile = node == PathTree.ROOT && kind != Kind.DIRECTORY;
    return rootAsFile ? -1 : entries.add(kind, node, header, link);
  }

  private int addWhiteout(TarEntry header, int base) throws LimitException {
    byte[] name = header.name();
    String text = new String(name, base, name.length - base, StandardCharsets.UTF_8);
    byte[] folder = Arrays.copyOf(name, base);
    if (text.equals(OPAQUE)) {
      return entries.add(Kind.OPAQUE, paths.add(folder), header, PathTree.NONE);
    }
    // other .wh..wh. names are a storage driver's own records
    if (text.startsWith(".wh..wh.") || text.length() == WHITEOUT.length) {
      return -1;
    }
    byte[] hidden = Arrays.copyOf(name, name.length - WHITEOUT.length);
    System.arraycopy(
        name, base + WHITEOUT.length, hidden, base, name.length - base - WHITEOUT.length);
    int node = paths.add(hidden);
    return node == PathTree.ROOT ? -1 : entries.add(Kind.WHITEOUT, node, header, PathTree.NONE);
  }

  private static @Nullable Kind kind(TarEntry header) {
    return switch (header.type()) {
      case FILE -> Kind.FILE;
      case HARD_LINK -> Kind.HARD_LINK;
      case SYMBOLIC_LINK -> Kind.SYMBOLIC_LINK;
      case DIRECTORY -> Kind.DIRECTORY;
      case SPECIAL -> Kind.SPECIAL;
      case UNKNOWN -> null;
    };
  }

  private static long sum(long bytes, long more) throws LimitException {
    if (bytes + more < 0) {
      throw new LimitException("its files' sizes add up to more than a number can hold");
    }
    return bytes + more;
  }

  private static int baseName(byte[] name) {
    int end = name.length;
    while (end > 0 && name[end - 1] == '/') {
      end--;
    }
    int start = end;
    while (start > 0 && name[start - 1] != '/') {
      start--;
    }
    return start;
  }

  private static boolean startsWith(byte[] name, int from, byte[] prefix) {
    return name.length - from >= prefix.length
        && Arrays.equals(name, from, from + prefix.length, prefix, 0, prefix.length);
  }
}
