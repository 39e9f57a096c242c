package dev.drydock.image.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file header and the program headers: where in the file the loader finds what.
 *
 * @see <a href="https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html">the ELF format</a>
 */
record ElfHeader(boolean wide, ByteOrder order, String machine, List<Segment> segments) {

  private static final int LOAD = 1;
  private static final int DYNAMIC = 2;
  private static final int INTERPRETER = 3;
  private static final int MAX_SEGMENTS = 512;

  /** One program header. */
  record Segment(int type, long offset, long address, long fileSize) {

    boolean holdsAddress(long wanted) {
      return type == LOAD && wanted >= address && wanted - address < fileSize;
    }
  }

  static boolean isElf(byte[] start, int length) {
    return length >= 52
        && start[0] == 0x7f
        && start[1] == 'E'
        && start[2] == 'L'
        && start[3] == 'F';
  }

  /** Null when the program headers are not in these first bytes of the file, or are nonsense. */
  static @Nullable ElfHeader parse(byte[] start, int length) {
    if (!isElf(start, length)) {
      return null;
    }
    boolean wide = start[4] == 2;
    ByteOrder order = start[5] == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    ByteBuffer bytes = ByteBuffer.wrap(start, 0, length).order(order);
    if (wide && length < 64) {
      return null;
    }
    long table = wide ? bytes.getLong(32) : Integer.toUnsignedLong(bytes.getInt(28));
    int size = Short.toUnsignedInt(bytes.getShort(wide ? 54 : 42));
    int count = Short.toUnsignedInt(bytes.getShort(wide ? 56 : 44));
    boolean sane = count <= MAX_SEGMENTS && (count == 0 || size >= (wide ? 56 : 32));
    if (!sane || table < 0 || table > length - (long) size * count) {
      return null;
    }
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      segments.add(segment(bytes, (int) table + i * size, wide));
    }
    return new ElfHeader(wide, order, machine(bytes.getShort(18), wide), segments);
  }

  private static Segment segment(ByteBuffer bytes, int at, boolean wide) {
    int type = bytes.getInt(at);
    return wide
        ? new Segment(type, bytes.getLong(at + 8), bytes.getLong(at + 16), bytes.getLong(at + 32))
        : new Segment(
            type,
            Integer.toUnsignedLong(bytes.getInt(at + 4)),
            Integer.toUnsignedLong(bytes.getInt(at + 8)),
            Integer.toUnsignedLong(bytes.getInt(at + 16)));
  }

  @Nullable Segment dynamic() {
    return first(DYNAMIC);
  }

  @Nullable Segment interpreter() {
    return first(INTERPRETER);
  }

  /** Where in the file an address lies, -1 when no segment loads it from there. */
  long fileOffset(long address) {
    for (Segment segment : segments) {
      if (segment.holdsAddress(address)) {
        return segment.offset + (address - segment.address);
      }
    }
    return -1;
  }

  private @Nullable Segment first(int type) {
    for (Segment segment : segments) {
      if (segment.type == type) {
        return segment;
      }
    }
    return null;
  }

  private static String machine(short code, boolean wide) {
    int number = Short.toUnsignedInt(code);
    return switch (number) {
      case 3 -> "386";
      case 21 -> "ppc64";
      case 22 -> "s390x";
      case 40 -> "arm";
      case 62 -> "x86-64";
      case 183 -> "aarch64";
      case 243 -> wide ? "riscv64" : "riscv32";
      case 258 -> "loongarch64";
      default -> "machine-" + number;
    };
  }
}
