package dev.drydock.dockerfile.words;

/**
 * White space as the builder sees it. It trims with Go's {@code unicode.IsSpace} (a no-break space
 * is one) but splits words at a few ASCII blanks only, which Java's own methods do not match.
 */
public final class Blanks {

  private Blanks() {}

  /** Whether Go calls it a space. */
  public static boolean isSpace(int c) {
    if (c <= 0xFF) {
      return (c >= 9 && c <= 13) || c == ' ' || c == 0x85 || c == 0xA0;
    }
    return c == 0x1680
        || (c >= 0x2000 && c <= 0x200A)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202F
        || c == 0x205F
        || c == 0x3000;
  }

  /** The blanks between words: tab, vertical tab, form feed, carriage return, space. */
  public static boolean separatesWords(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == 0x0B || c == '\f';
  }

  public static int skip(String text, int from) {
    int i = from;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Remove white space at both ends. */
  public static String strip(String text) {
    int start = skip(text, 0);
    int end = text.length();
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Remove the tabs at the start of a line, as {@code <<-} does. */
  public static String withoutLeadingTabs(String line) {
    int start = 0;
    while (start < line.length() && line.charAt(start) == '\t') {
      start++;
    }
    return line.substring(start);
  }
}
