package dev.drydock.image.elf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a file that streams by, and two ranges further on once it is known where they
 * lie.
 */
final class KeptBytes {

  private static final int FIRST = 64 * 1024;

  private final int maxWindow;
  private byte[] window = new byte[FIRST];
  private int filled;
  private long position;
  private final Range[] ranges = new Range[2];
  private int rangeCount;

  KeptBytes(int maxWindow) {
    this.maxWindow = maxWindow;
  }

  void reset() {
    filled = 0;
    position = 0;
    rangeCount = 0;
  }

  /** Take the next slice. */
  void take(byte[] buffer, int offset, int length) {
    int toWindow = Math.min(length, maxWindow - filled);
    if (toWindow > 0) {
      if (filled + toWindow > window.length) {
        long wanted = Math.max(filled + toWindow, window.length * 2L);
        window = Arrays.copyOf(window, (int) Math.min(maxWindow, wanted));
      }
      System.arraycopy(buffer, offset, window, filled, toWindow);
      filled += toWindow;
    }
    for (int i = 0; i < rangeCount; i++) {
      ranges[i].take(position, buffer, offset, length);
    }
    position += length;
  }

  /** Bytes seen so far. */
  long position() {
    return position;
  }

  byte[] window() {
    return window;
  }

  int filled() {
    return filled;
  }

  /** Whether the range is kept, or will be when the file goes on; it is kept from now on. */
  boolean want(long start, long length) {
    if (start < 0 || length < 0 || length > maxWindow) {
      return false;
    }
    if (start <= maxWindow - length) {
      return true;
    }
    if (start < position || rangeCount == ranges.length) {
      return false;
    }
    ranges[rangeCount++] = new Range(start, new byte[(int) length]);
    return true;
  }

  /** The range, null when not all of it was seen. */
  @Nullable ByteBuffer get(long start, long length) {
    if (start < 0 || length < 0) {
      return null;
    }
    if (start <= filled - length) {
      return ByteBuffer.wrap(window, (int) start, (int) length).slice();
    }
    for (int i = 0; i < rangeCount; i++) {
      Range range = ranges[i];
      if (start >= range.start && start - range.start <= range.filled - length) {
        return ByteBuffer.wrap(range.bytes, (int) (start - range.start), (int) length).slice();
      }
    }
    return null;
  }

  /** The text that begins there and ends with a zero, null when it was not seen or is too long. */
  @Nullable String text(long start, int maxLength) {
    for (int length = 0; length <= maxLength; length++) {
      ByteBuffer last = get(start + length, 1);
      if (last == null) {
        return null;
      }
      if (last.get(0) == 0) {
        ByteBuffer all = get(start, length);
        return all == null ? null : StandardCharsets.UTF_8.decode(all).toString();
      }
    }
    return null;
  }

  private static final class Range {

    private final long start;
    private final byte[] bytes;
    private int filled;

    Range(long start, byte[] bytes) {
      this.start = start;
      this.bytes = bytes;
    }

    void take(long position, byte[] buffer, int offset, int length) {
      long skip = start + filled - position;
      if (skip >= 0 && skip < length && filled < bytes.length) {
        int count = (int) Math.min(length - skip, bytes.length - filled);
        System.arraycopy(buffer, offset + (int) skip, bytes, filled, count);
        filled += count;
      }
    }
  }
}
