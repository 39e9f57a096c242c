package dev.drydock.submission.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Counts the entries of a zip before the library reads them, because it keeps every header in
 * memory and has no bound.
 */
final class ZipDirectory {

  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int END_SIZE = 22;
  private static final int LOCATOR_64_SIZE = 20;
  private static final int END_64_SIZE = 56;
  private static final int MAX_COMMENT = 65_535;
  private static final long IN_64 = 0xffffffffL;

  private ZipDirectory() {}

  /**
   * Count what looks like a header of the central directory, never fewer than there are.
   *
   * @return at most {@code limit} and one
   */
  static int entries(Path archive, int limit) throws IOException {
    try (SeekableByteChannel file = Files.newByteChannel(archive)) {
      file.position(start(file));
      InputStream in = new BufferedInputStream(Channels.newInputStream(file), 1 << 16);
      int found = 0;
      int last4 = 0;
      for (int next = in.read(); next >= 0 && found <= limit; next = in.read()) {
        last4 = (last4 << 8) | next;
        if (last4 == 0x504b0102) {
          found++;
        }
      }
      return found;
    }
  }

  /** Where the directory starts at the earliest; the begin of the file where that is not clear. */
  private static long start(SeekableByteChannel file) throws IOException {
    int tail = (int) Math.min(file.size(), END_SIZE + MAX_COMMENT);
    ByteBuffer bytes = read(file, file.size() - tail, tail);
    for (int at = tail - END_SIZE; at >= 0; at--) {
      if (bytes.getInt(at) == END) {
        long end = file.size() - tail + at;
        long size = bytes.getInt(at + 12) & IN_64;
        long offset = bytes.getInt(at + 16) & IN_64;
        return size == IN_64 || offset == IN_64
            ? startOf64(file, end)
            : earliest(offset, end - size);
      }
    }
    return 0;
  }

  private static long startOf64(SeekableByteChannel file, long end) throws IOException {
    if (end < LOCATOR_64_SIZE) {
      return 0;
    }
    ByteBuffer locator = read(file, end - LOCATOR_64_SIZE, LOCATOR_64_SIZE);
    long at = locator.getLong(8);
    if (locator.getInt(0) != LOCATOR_64 || at < 0 || at > end - END_64_SIZE) {
      return 0;
    }
    ByteBuffer end64 = read(file, at, END_64_SIZE);
    return end64.getInt(0) == END_64 ? earliest(end64.getLong(48), at - end64.getLong(40)) : 0;
  }

  private static long earliest(long a, long b) {
    return Math.max(0, Math.min(a, b));
  }

  private static ByteBuffer read(SeekableByteChannel file, long from, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.position(from);
    while (bytes.hasRemaining() && file.read(bytes) >= 0) {
      // until it is full
    }
    return bytes;
  }
}
