package dev.drydock.image.content;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Searches bytes for several values at once, looking at few of the bytes: two of them say how far
 * the next possible end of a value is (Wu and Manber's way). Immutable; {@link CanaryScan} keeps
 * the state.
 */
public final class CanaryMatcher {

  private final List<String> names;
  private final byte[][] values;
  private final byte[] shifts = new byte[1 << 16];
  private final int shortest;
  private final int longest;

  public CanaryMatcher(Map<String, String> canaries) {
    TreeMap<String, String> sorted = new TreeMap<>(canaries);
    names = List.copyOf(sorted.keySet());
    values =
        sorted.values().stream()
            .map(value -> value.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    shortest = Math.min(100, Arrays.stream(values).mapToInt(value -> value.length).min().orElse(2));
    longest = Arrays.stream(values).mapToInt(value -> value.length).max().orElse(0);
    Arrays.fill(shifts, (byte) (shortest - 1));
    for (byte[] value : values) {
      for (int end = 1; end < shortest; end++) {
        int block = block(value[end - 1], value[end]);
        shifts[block] = (byte) Math.min(shifts[block], shortest - 1 - end);
      }
    }
  }

  public boolean isEmpty() {
    return values.length == 0;
  }

  /** Length of the longest value. */
  int longest() {
    return longest;
  }

  int count() {
    return values.length;
  }

  /** Name of a value by its number. */
  public String name(int number) {
    return names.get(number);
  }

  /** Names of the values that the text holds. */
  public List<String> in(String text) {
    BitSet found = new BitSet();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    find(bytes, 0, bytes.length, found);
    return found.stream().mapToObj(this::name).toList();
  }

  /** The text with every value in it replaced by asterisks. */
  public String masked(String text) {
    String masked = text;
    for (byte[] value : values) {
      masked = masked.replace(new String(value, StandardCharsets.UTF_8), "***");
    }
    return masked;
  }

  /** Note the numbers of the values that lie in the range. */
  void find(byte[] bytes, int from, int to, BitSet found) {
    int at = from + shortest - 1;
    while (at < to) {
      int shift = shifts[block(bytes[at - 1], bytes[at])];
      if (shift > 0) {
        at += shift;
      } else {
        verify(bytes, at - shortest + 1, to, found);
        at++;
      }
    }
  }

  private void verify(byte[] bytes, int start, int to, BitSet found) {
    for (int i = 0; i < values.length; i++) {
      int end = start + values[i].length;
      if (end <= to && Arrays.equals(bytes, start, end, values[i], 0, values[i].length)) {
        found.set(i);
      }
    }
  }

  private static int block(byte first, byte second) {
    return (first & 0xff) << 8 | second & 0xff;
  }
}
