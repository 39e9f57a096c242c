package dev.drydock.submission.classes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Commits in a pack of git's, found through its index (version 2).
 *
 * @see <a href="https://git-scm.com/docs/gitformat-pack">gitformat-pack</a>
 */
final class GitPack {

  private static final int HEADER = 8;
  private static final int NAMES = HEADER + 256 * 4;
  private static final int NAME = 20;
  private static final int COMMIT = 1;
  private static final int DELTA_BY_OFFSET = 6;
  private static final int DELTA_BY_NAME = 7;
  private static final int MAX_CHAIN = 100;
  private static final int MAX_OBJECT = 1_000_000;

  private final Path index;
  private final Path pack;

  private GitPack(Path index, Path pack) {
    this.index = index;
    this.pack = pack;
  }

  static GitPack of(Path index) {
    String name = index.getFileName().toString();
    return new GitPack(
        index, index.resolveSibling(name.substring(0, name.length() - ".idx".length()) + ".pack"));
  }

  /** A commit's text; empty when it is not in this pack, or not in a form that is read here. */
  Optional<byte[]> commit(String name) throws IOException, DataFormatException {
    if (!Files.isRegularFile(pack, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (RandomAccessFile names = new RandomAccessFile(index.toFile(), "r");
        RandomAccessFile objects = new RandomAccessFile(pack.toFile(), "r")) {
      if (names.length() < NAMES || names.readInt() != 0xFF744F63 || names.readInt() != 2) {
        return Optional.empty();
      }
      long offset = offset(names, HexFormat.of().parseHex(name));
      return offset < 0 ? Optional.empty() : commit(names, objects, offset, 0);
    }
  }

  /** Where an object begins in the pack, -1 when it is not in it. */
  private static long offset(RandomAccessFile index, byte[] name) throws IOException {
    int first = name[0] & 0xFF;
    long low = first == 0 ? 0 : unsigned(index, HEADER + (first - 1) * 4L);
    long high = unsigned(index, HEADER + first * 4L);
    long total = unsigned(index, HEADER + 255 * 4L);
    byte[] found = new byte[NAME];
    while (low < high) {
      long middle = (low + high) / 2;
      index.seek(NAMES + middle * NAME);
      index.readFully(found);
      int order = Arrays.compareUnsigned(found, name);
      if (order == 0) {
        long offset = unsigned(index, NAMES + total * (NAME + 4) + middle * 4);
        boolean large = (offset & 0x80000000L) != 0;
        index.seek(NAMES + total * (NAME + 8) + (offset & 0x7FFFFFFFL) * 8);
        return large ? index.readLong() : offset;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle;
    }
    return -1;
  }

  private static long unsigned(RandomAccessFile file, long at) throws IOException {
    file.seek(at);
    return file.readInt() & 0xFFFFFFFFL;
  }

  private static Optional<byte[]> commit(
      RandomAccessFile index, RandomAccessFile pack, long offset, int depth)
      throws IOException, DataFormatException {
    pack.seek(offset);
    int first = pack.readUnsignedByte();
    for (int next = first; (next & 0x80) != 0; ) {
      next = pack.readUnsignedByte();
    }
    int type = first >> 4 & 7;
    if (type == COMMIT) {
      return Optional.of(inflated(rest(pack)));
    }
    if ((type != DELTA_BY_OFFSET && type != DELTA_BY_NAME) || depth > MAX_CHAIN) {
      return Optional.empty();
    }
    long base = type == DELTA_BY_OFFSET ? offset - distance(pack) : named(index, pack);
    byte[] delta = inflated(rest(pack));
    Optional<byte[]> from =
        base < 0 || base >= offset && type == DELTA_BY_OFFSET
            ? Optional.empty()
            : commit(index, pack, base, depth + 1);
    return from.isEmpty() ? from : Optional.of(applied(delta, from.get()));
  }

  private static long named(RandomAccessFile index, RandomAccessFile pack) throws IOException {
    byte[] name = new byte[NAME];
    pack.readFully(name);
    return offset(index, name);
  }

  private static long distance(RandomAccessFile pack) throws IOException {
    int next = pack.readUnsignedByte();
    long distance = next & 0x7F;
    while ((next & 0x80) != 0) {
      next = pack.readUnsignedByte();
      distance = (distance + 1 << 7) + (next & 0x7F);
    }
    return distance;
  }

  private static byte[] rest(RandomAccessFile pack) throws IOException {
    byte[] bytes = new byte[(int) Math.min(MAX_OBJECT, pack.length() - pack.getFilePointer())];
    pack.readFully(bytes);
    return bytes;
  }

  /** The base's parts and new bytes, as a delta says. */
  private static byte[] applied(byte[] delta, byte[] base) throws DataFormatException {
    ByteBuffer in = ByteBuffer.wrap(delta);
    skipSize(in);
    skipSize(in);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (in.hasRemaining()) {
      int code = in.get() & 0xFF;
      if ((code & 0x80) == 0) {
        byte[] fresh = new byte[Math.min(code, in.remaining())];
        in.get(fresh);
        out.writeBytes(fresh);
      } else {
        int from = number(in, code, 4);
        int length = number(in, code >> 4, 3);
        length = length == 0 ? 0x10000 : length;
        if (from < 0 || (long) from + length > base.length || out.size() > MAX_OBJECT) {
          throw new DataFormatException("a delta that leaves its base");
        }
        out.write(base, from, length);
      }
    }
    return out.toByteArray();
  }

  private static void skipSize(ByteBuffer in) {
    while (in.hasRemaining() && (in.get() & 0x80) != 0) {
      continue;
    }
  }

  private static int number(ByteBuffer in, int bits, int bytes) throws DataFormatException {
    int value = 0;
    for (int i = 0; i < bytes; i++) {
      if ((bits >> i & 1) != 0) {
        if (!in.hasRemaining()) {
          throw new DataFormatException("a delta that ends too soon");
        }
        value |= (in.get() & 0xFF) << 8 * i;
      }
    }
    return value;
  }

  /** Inflated up to a limit: what is longer than any commit's text is cut. */
  static byte[] inflated(byte[] packed) throws DataFormatException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8 * 1024];
      while (!inflater.finished() && out.size() < MAX_OBJECT) {
        int read = inflater.inflate(buffer);
        if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          break;
        }
        out.write(buffer, 0, read);
      }
      return out.toByteArray();
    } finally {
      inflater.end();
    }
  }
}
