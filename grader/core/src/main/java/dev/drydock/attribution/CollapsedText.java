package dev.drydock.attribution;

/** Texts compared regardless of the white space between words. */
final class CollapsedText {

  private CollapsedText() {}

  /** The text with every run of white space as one blank. */
  static String collapsed(String text) {
    StringBuilder collapsed = new StringBuilder(text.length());
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        collapsed.append(c);
      } else if (!blank) {
        collapsed.append(' ');
      }
      blank = Character.isWhitespace(c);
    }
    int end = collapsed.length();
    return end > 0 && collapsed.charAt(end - 1) == ' '
        ? collapsed.substring(0, end - 1)
        : collapsed.toString();
  }

  /** Index of the first white space, the length when there is none. */
  static int firstBlank(String text) {
    int at = 0;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
