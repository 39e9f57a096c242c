package dev.drydock.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text written by students and containers, made fit to be shown. Escaping is the template's. */
public final class Texts {

  /** Longest text of one field that is shown. */
  static final int MAX_LENGTH = 8_000;

  private Texts() {}

  /**
   * Make invisible and reordering characters visible: control characters, bidirectional overrides
   * and lone surrogates become U+FFFD. Line breaks and tabs stay. Overlong text is cut. Milder than
   * {@link dev.drydock.text.Printable}: a page can show joiners of scripts and emoji.
   */
  public static String visible(String text) {
    String capped = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + " …";
    return clean(capped);
  }

  static String clean(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(c -> out.appendCodePoint(isVisible(c) ? c : 0xFFFD));
    return out.toString();
  }

  /** Most texts are; telling so quickly is worth it for a class of thousands of results. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isVisible(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isVisible(int c) {
    if ((c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t') {
      return true;
    }
    boolean control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    boolean reordering =
        (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
    boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return !(control || surrogate || reordering || nonCharacter);
  }

  /** A piece of a sentence, set as code or not. */
  public record Span(String text, boolean code) {}

  /** Split at pairs of backticks; a lone backtick stays what it is. */
  public static List<Span> spans(String text) {
    String rest = visible(text);
    List<Span> spans = new ArrayList<>();
    int from = 0;
    while (from < rest.length()) {
      int open = rest.indexOf('`', from);
      int close = open < 0 ? -1 : rest.indexOf('`', open + 1);
      if (close < 0) {
        break;
      }
      add(spans, rest.substring(from, open), false);
      add(spans, rest.substring(open + 1, close), true);
      from = close + 1;
    }
    add(spans, rest.substring(from), false);
    return List.copyOf(spans);
  }

  private static void add(List<Span> spans, String text, boolean code) {
    if (!text.isEmpty()) {
      spans.add(new Span(text, code));
    }
  }

  /** Whole number with thin spaces between thousands: {@code 12 345 678}. */
  public static String grouped(long number) {
    StringBuilder digits = new StringBuilder(Long.toString(Math.abs(number)));
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      digits.insert(at, '\u202F');
    }
    return (number < 0 ? "-" : "") + digits;
  }

  /** A name as part of an id in the page: letters, digits, hyphens. */
  public static String slug(String text) {
    String slug =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "x" : slug;
  }
}
