package dev.drydock.text;

import java.time.Duration;

/** Text for consoles and plain files: nothing in it moves the cursor, hides or turns round text. */
public final class Printable {

  private Printable() {}

  /** A text on one line, cut to a number of characters. */
  public static String line(String text, int max) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .limit(max + 1L)
        .map(c -> c == '\n' || c == '\t' ? ' ' : isShowable(c) ? c : '\uFFFD')
        .forEach(out::appendCodePoint);
    if (out.codePointCount(0, out.length()) <= max) {
      return out.toString();
    }
    return out.substring(0, out.offsetByCodePoints(0, Math.max(0, max - 1))) + "…";
  }

  /** A text of several lines. */
  public static String lines(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .map(c -> c == '\n' || c == '\t' || isShowable(c) ? c : '\uFFFD')
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /** Whether a character shows itself and does nothing else. */
  public static boolean isShowable(int codePoint) {
    return !isUnseen(codePoint) && hasShowableType(codePoint);
  }

  /** Letters and marks that show nothing, or choose how the one before them looks. */
  private static boolean isUnseen(int c) {
    return c == 0x034F
        || c == 0x115F
        || c == 0x1160
        || c == 0x17B4
        || c == 0x17B5
        || (c >= 0x180B && c <= 0x180F)
        || c == 0x2800
        || c == 0x3164
        || c == 0xFFA0
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0100 && c <= 0xE01EF);
  }

  private static boolean hasShowableType(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** A time in its two largest units: {@code 1 h 5 min}, {@code 12 s}. */
  public static String time(Duration time) {
    long seconds = Math.max(0, time.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min" + (seconds < 600 ? " " + seconds % 60 + " s" : "");
    }
    if (seconds < 86_400) {
      return seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }
    return seconds / 86_400 + " d " + seconds / 3600 % 24 + " h";
  }
}
