package dev.drydock.image.elf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The dynamic section: offsets of names in the string table, and where that is.
 *
 * @param stringTable offset in the file, -1 when unknown
 */
record DynamicSection(
    List<Long> needed, long rpath, long runpath, long stringTable, long stringTableSize) {

  private static final int NEEDED = 1;
  private static final int STRING_TABLE = 5;
  private static final int STRING_TABLE_SIZE = 10;
  private static final int RPATH = 15;
  private static final int RUNPATH = 29;
  private static final int MAX_NEEDED = 512;

  static DynamicSection parse(ByteBuffer bytes, ElfHeader header) {
    List<Long> needed = new ArrayList<>();
    long rpath = -1;
    long runpath = -1;
    long table = -1;
    long size = 0;
    int step = header.wide() ? 16 : 8;
    boolean more = true;
    for (int at = 0; more && at + step <= bytes.limit(); at += step) {
      long tag = header.wide() ? bytes.getLong(at) : bytes.getInt(at);
      long value =
          header.wide() ? bytes.getLong(at + 8) : Integer.toUnsignedLong(bytes.getInt(at + 4));
      if (tag == NEEDED && needed.size() < MAX_NEEDED) {
        needed.add(value);
      } else if (tag == STRING_TABLE) {
        table = header.fileOffset(value);
      } else if (tag == STRING_TABLE_SIZE) {
        size = value;
      } else if (tag == RPATH) {
        rpath = value;
      } else if (tag == RUNPATH) {
        runpath = value;
      }
      more = tag != 0;
    }
    return new DynamicSection(needed, rpath, runpath, table, size);
  }
}
