package dev.drydock.image.tar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of a PAX extended header that say something about an entry's name or size: {@code "30
 * mtime=1350244992.023960108\n"}. Others are dropped.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">pax</a>
 */
final class PaxRecords {

  static final PaxRecords NONE = new PaxRecords(Map.of());

  private final Map<String, byte[]> values;

  private PaxRecords(Map<String, byte[]> values) {
    this.values = values;
  }

  static PaxRecords parse(byte[] data, long offset) throws TarException {
    Map<String, byte[]> values = new HashMap<>();
    int at = 0;
    while (at < data.length && data[at] != 0) {
      int space = indexOf(data, ' ', at, Math.min(at + 10, data.length));
      int length = space < 0 ? -1 : decimal(data, at, space);
      if (length <= space - at + 1 || length > data.length - at) {
        throw TarException.malformed("has a bad PAX record", offset + at);
      }
      int end = at + length - 1;
      int equals = indexOf(data, '=', space + 1, end);
      if (equals < 0 || data[end] != '\n') {
        throw TarException.malformed("has a bad PAX record", offset + at);
      }
      String key = new String(data, space + 1, equals - space - 1, StandardCharsets.UTF_8);
      if (isWanted(key)) {
        values.put(key, Arrays.copyOfRange(data, equals + 1, end));
      }
      at += length;
    }
    return new PaxRecords(values);
  }

  private static boolean isWanted(String key) {
    return switch (key) {
      case "path", "linkpath", "size", "uid", "gid" -> true;
      default -> key.startsWith("GNU.sparse.");
    };
  }

  byte @Nullable [] bytes(String key) {
    byte[] value = values.get(key);
    return value == null || value.length == 0 ? null : value;
  }

  /** The number, or the other when there is no such record; -1 when it is not a number. */
  long number(String key, long other) {
    byte[] value = bytes(key);
    if (value == null) {
      return other;
    }
    long number = 0;
    for (byte b : value) {
      if (b == '.') {
        break;
      }
      if (b < '0' || b > '9' || number > (Long.MAX_VALUE - 9) / 10) {
        return -1;
      }
      number = number * 10 + (b - '0');
    }
    return number;
  }

  boolean isSparse() {
    return values.containsKey("GNU.sparse.major")
        || values.containsKey("GNU.sparse.map")
        || values.containsKey("GNU.sparse.numblocks");
  }

  private static int indexOf(byte[] data, char wanted, int from, int to) {
    for (int i = from; i < to; i++) {
      if (data[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private static int decimal(byte[] data, int from, int to) {
    int value = from == to ? -1 : 0;
    for (int i = from; i < to && value >= 0; i++) {
      int digit = data[i] - '0';
      value = digit < 0 || digit > 9 || value > 100_000_000 ? -1 : value * 10 + digit;
    }
    return value;
  }
}
