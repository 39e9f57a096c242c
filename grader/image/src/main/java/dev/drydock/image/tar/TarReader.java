package dev.drydock.image.tar;

import dev.drydock.image.tar.TarEntry.Type;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar archive entry by entry, handing out the content from its own buffer without copying
 * it. What Go's {@code archive/tar}, the engine's own reader, takes for a file is one here too. An
 * archive ends at a zero block or at the end of the stream; what follows the zero block is left
 * unread.
 */
public final class TarReader {

  private static final int MAX_EXTENSION = 1024 * 1024;

  private final TarInput in;
  private boolean ended;
  private boolean closed;

  /** Take the stream, which need not be buffered and is not closed. */
  public TarReader(InputStream in) {
    this.in = new TarInput(in);
  }

  /**
   * Whether these bytes begin a tar archive: a header whose checksum is right, or the zero block of
   * an empty one.
   *
   * @param length bytes known, 512 at least or it is not one
   */
  public static boolean isTar(byte[] start, int length) {
    return length >= TarInput.BLOCK
        && (TarField.isZero(start, 0) || TarField.checksumHolds(start, 0));
  }

  /** Go to the next entry, skipping what is unread of this one; null at the end. */
  public @Nullable TarEntry next() throws IOException {
    PaxRecords pax = PaxRecords.NONE;
    byte[] longName = null;
    byte[] longLink = null;
    while (true) {
      in.skipRest();
      byte[] block = nextHeader();
      if (block == null) {
        return null;
      }
      long size = checked(TarField.number(block, 124, 12));
      switch (block[156]) {
        case 'x' -> pax = PaxRecords.parse(extension(size), in.offset() - size);
        case 'L' -> longName = untilZero(extension(size));
        case 'K' -> longLink = untilZero(extension(size));
        // a global header speaks of comments (git archive) or of what no image uses
        case 'g' -> in.beginContent(size);
        default -> {
          return entry(block, size, pax, longName, longLink);
        }
      }
    }
  }

  /** Hand out the entry's stored bytes. */
  public void content(ContentSink sink) throws IOException {
    in.content(sink);
  }

  /** The entry's stored bytes as a stream, valid until {@link #next}. */
  public InputStream contentStream() {
    return in;
  }

  /** Whether the archive has ended with a zero block, as writers end it. */
  public boolean isClosed() {
    return closed;
  }

  private TarEntry entry(
      byte[] block,
      long sizeField,
      PaxRecords pax,
      byte @Nullable [] longName,
      byte @Nullable [] longLink)
      throws IOException {
    byte flag = block[156];
    long oldSparseSize = flag == 'S' ? skipSparseMap(block) : -1;
    boolean sparse = flag == 'S' || pax.isSparse();
    byte[] name = name(block, pax, longName);
    Type type = type(flag, name);
    boolean hasContent = type == Type.FILE || type == Type.UNKNOWN;
    long stored = hasContent ? checked(pax.number("size", sizeField)) : 0;
    long size = type == Type.FILE ? stored : 0;
    if (sparse && type == Type.FILE) {
      size = checked(flag == 'S' ? oldSparseSize : paxSparseSize(pax, stored));
    }
    in.beginContent(stored);
    byte[] paxLink = pax.bytes("linkpath");
    byte[] link = paxLink != null ? paxLink : longLink;
    return new TarEntry(
        name,
        type,
        link != null ? link : TarField.text(block, 157, 100),
        size,
        stored,
        (int) (TarField.number(block, 100, 8) & 07777),
        (int) pax.number("uid", TarField.number(block, 108, 8)),
        (int) pax.number("gid", TarField.number(block, 116, 8)));
  }

  private static long paxSparseSize(PaxRecords pax, long stored) {
    return pax.number("GNU.sparse.realsize", pax.number("GNU.sparse.size", stored));
  }

  private static byte[] name(byte[] block, PaxRecords pax, byte @Nullable [] longName) {
    byte[] sparseName = pax.bytes("GNU.sparse.name");
    byte[] paxName = sparseName != null ? sparseName : pax.bytes("path");
    if (paxName != null) {
      return paxName;
    }
    if (longName != null) {
      return longName;
    }
    byte[] shortName = TarField.text(block, 0, 100);
    boolean ustar = block[257] == 'u' && block[262] == 0;
    byte[] prefix = ustar ? TarField.text(block, 345, 155) : new byte[0];
    if (prefix.length == 0) {
      return shortName;
    }
    byte[] joined = Arrays.copyOf(prefix, prefix.length + 1 + shortName.length);
    joined[prefix.length] = '/';
    System.arraycopy(shortName, 0, joined, prefix.length + 1, shortName.length);
    return joined;
  }

  private static Type type(byte flag, byte[] name) {
    return switch (flag) {
      case 0 -> name.length > 0 && name[name.length - 1] == '/' ? Type.DIRECTORY : Type.FILE;
      case '0', '7', 'S' -> Type.FILE;
      case '1' -> Type.HARD_LINK;
      case '2' -> Type.SYMBOLIC_LINK;
      case '3', '4', '6' -> Type.SPECIAL;
      case '5' -> Type.DIRECTORY;
      default -> Type.UNKNOWN;
    };
  }

  /** Skip the extra blocks of an old GNU sparse header; the file's real size. */
  private long skipSparseMap(byte[] block) throws IOException {
    boolean more = block[482] != 0;
    while (more) {
      more = in.block("a sparse file's map")[504] != 0;
    }
    return TarField.number(block, 483, 12);
  }

  private long checked(long size) throws TarException {
    if (size < 0) {
      throw TarException.malformed("has a bad size in a header", in.offset() - TarInput.BLOCK);
    }
    return size;
  }

  private byte @Nullable [] nextHeader() throws IOException {
    byte[] block = ended ? null : in.headerOrEnd();
    if (block == null || TarField.isZero(block, 0)) {
      ended = true;
      closed |= block != null;
      return null;
    }
    if (!TarField.checksumHolds(block, 0)) {
      throw TarException.malformed("has no tar header", in.offset() - TarInput.BLOCK);
    }
    return block;
  }

  private byte[] extension(long size) throws IOException {
    if (size > MAX_EXTENSION) {
      throw TarException.malformed("has a name or PAX header of " + size + " bytes", in.offset());
    }
    in.beginContent(size);
    return in.readNBytes((int) size);
  }

  private static byte[] untilZero(byte[] data) {
    return TarField.text(data, 0, data.length);
  }
}
