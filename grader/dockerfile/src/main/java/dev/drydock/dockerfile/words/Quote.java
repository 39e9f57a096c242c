package dev.drydock.dockerfile.words;

/** Shows a piece of the file in a message: one line, short, control characters made visible. */
public final class Quote {

  private static final int MAX = 60;

  private Quote() {}

  public static String of(String text) {
    StringBuilder shown = new StringBuilder("`");
    int end = Math.min(text.length(), MAX);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        shown.append("\\t");
      } else if (c < ' ' || c == 0x7F || Character.getType(c) == Character.FORMAT) {
        shown.append(String.format("\\u%04x", (int) c));
      } else {
        shown.append(c);
      }
    }
    if (end < text.length()) {
      if (Character.isHighSurrogate(text.charAt(end - 1))) {
        shown.setLength(shown.length() - 1);
      }
      shown.append('…');
    }
    return shown.append('`').toString();
  }
}
