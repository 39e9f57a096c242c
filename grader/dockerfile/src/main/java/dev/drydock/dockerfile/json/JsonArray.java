package dev.drydock.dockerfile.json;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Decides, as the builder's JSON reader would, whether a text is an array of strings. Reads without
 * recursion: a text of a million brackets is an ordinary case.
 */
public final class JsonArray {

  /** Deeper nesting is not JSON for the builder. */
  private static final int MAX_DEPTH = 10_000;

  /** What may come next. */
  enum Expected {
    VALUE,
    VALUE_OR_END,
    COMMA_OR_END,
    KEY,
    KEY_OR_END,
    COLON,
    NOTHING
  }

  public sealed interface Result permits Strings, NotStrings, Broken {}

  /** An array of strings. */
  public record Strings(List<String> values) implements Result {}

  /** A valid array holding something else, which the builder refuses. */
  public record NotStrings(int offset) implements Result {}

  /** Not JSON: the builder takes it for a shell command. */
  public record Broken(int offset, Expected expected, boolean inString, boolean badEscape)
      implements Result {}

  private final String text;
  private final List<String> strings = new ArrayList<>();
  private final BitSet objects = new BitSet();
  private int pos;
  private int depth;
  private int firstOther = -1;
  private boolean badEscape;
  private Expected expected = Expected.VALUE;

  private JsonArray(String text) {
    this.text = text;
  }

  /** Read a text that starts with a bracket. */
  public static Result read(String text) {
    return new JsonArray(text).read();
  }

  private Result read() {
    while (true) {
      while (pos < text.length() && isBlank(text.charAt(pos))) {
        pos++;
      }
      if (pos == text.length()) {
        return expected == Expected.NOTHING ? result() : broken(pos, false);
      }
      int start = pos;
      if (!step(text.charAt(pos))) {
        return broken(badEscape ? pos : start, text.charAt(start) == '"' && pos > start);
      }
    }
  }

  private Result result() {
    return firstOther < 0 ? new Strings(List.copyOf(strings)) : new NotStrings(firstOther);
  }

  private Result broken(int offset, boolean inString) {
    return new Broken(offset, expected, inString, badEscape);
  }

  private boolean step(char c) {
    return switch (expected) {
      case VALUE -> value(c);
      case VALUE_OR_END -> c == ']' ? close(false) : value(c);
      case COMMA_OR_END -> commaOrEnd(c);
      case KEY -> c == '"' && key();
      case KEY_OR_END -> c == '}' ? close(true) : c == '"' && key();
      case COLON -> c == ':' && advance(Expected.VALUE);
      case NOTHING -> false;
    };
  }

  private boolean value(char c) {
    if (c == '[' || c == '{') {
      return open(c == '{');
    }
    if (c == '"') {
      StringBuilder value = new StringBuilder();
      if (!string(value)) {
        return false;
      }
      if (depth == 1) {
        strings.add(value.toString());
      }
      expected = Expected.COMMA_OR_END;
      return true;
    }
    int end = literalEnd();
    if (end < 0) {
      return false;
    }
    other();
    pos = end;
    expected = Expected.COMMA_OR_END;
    return true;
  }

  private boolean commaOrEnd(char c) {
    boolean inObject = objects.get(depth);
    if (c == ',') {
      return advance(inObject ? Expected.KEY : Expected.VALUE);
    }
    return c == (inObject ? '}' : ']') && close(inObject);
  }

  private boolean advance(Expected next) {
    pos++;
    expected = next;
    return true;
  }

  private boolean key() {
    if (!string(new StringBuilder())) {
      return false;
    }
    expected = Expected.COLON;
    return true;
  }

  private boolean open(boolean object) {
    if (depth > 0) {
      other();
    }
    if (++depth > MAX_DEPTH) {
      return false;
    }
    objects.set(depth, object);
    return advance(object ? Expected.KEY_OR_END : Expected.VALUE_OR_END);
  }

  private boolean close(boolean object) {
    if (objects.get(depth) != object) {
      return false;
    }
    depth--;
    return advance(depth == 0 ? Expected.NOTHING : Expected.COMMA_OR_END);
  }

  private void other() {
    if (firstOther < 0) {
      firstOther = pos;
    }
  }

  /** Read a string; on failure the position is where it breaks. */
  private boolean string(StringBuilder value) {
    pos++;
    while (pos < text.length()) {
      char c = text.charAt(pos);
      if (c == '"') {
        pos++;
        return true;
      }
      if (c < ' ') {
        badEscape = true;
        return false;
      }
      if (c == '\\') {
        int length = escape(value);
        if (length == 0) {
          badEscape = true;
          return false;
        }
        pos += length;
      } else {
        value.append(c);
        pos++;
      }
    }
    return false;
  }

  /** Number of characters of a valid escape; 0 for any other. */
  private int escape(StringBuilder value) {
    char c = pos + 1 < text.length() ? text.charAt(pos + 1) : 0;
    int plain = "\"\\/bfnrt".indexOf(c);
    if (c != 0 && plain >= 0) {
      value.append("\"\\/\b\f\n\r\t".charAt(plain));
      return 2;
    }
    if (c != 'u' || pos + 6 > text.length()) {
      return 0;
    }
    int code = 0;
    for (int i = pos + 2; i < pos + 6; i++) {
      int digit = hex(text.charAt(i));
      if (digit < 0) {
        return 0;
      }
      code = code * 16 + digit;
    }
    value.append((char) code);
    return 6;
  }

  private static int hex(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  /** Where a number, true, false or null ends; -1 when it is none. */
  private int literalEnd() {
    for (String word : List.of("true", "false", "null")) {
      if (text.startsWith(word, pos)) {
        return pos + word.length();
      }
    }
    int end = pos + (text.charAt(pos) == '-' ? 1 : 0);
    int digits = digitsFrom(end);
    if (digits == end) {
      return -1;
    }
    end = text.charAt(end) == '0' ? end + 1 : digits;
    if (isAt(end, ".") && digitsFrom(end + 1) > end + 1) {
      end = digitsFrom(end + 1);
    }
    if (isAt(end, "eE")) {
      int exponent = end + (isAt(end + 1, "+-") ? 2 : 1);
      end = Math.max(end, digitsFrom(exponent) > exponent ? digitsFrom(exponent) : end);
    }
    return end;
  }

  private int digitsFrom(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private boolean isAt(int index, String characters) {
    return index < text.length() && characters.indexOf(text.charAt(index)) >= 0;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
