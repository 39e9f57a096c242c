package dev.drydock.text;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Marks in text for a console that become its escape sequences only when they are written to one. A
 * mark holds a secret of this process: no file name and no program's output can hold one.
 */
public final class OwnMarks {

  /** Both are no characters (Unicode), so they are in nobody's words. */
  static final char BEGIN = '\uFDD0';

  static final char END = '\uFDD1';

  private static final String SECRET = UUID.randomUUID().toString();
  private static final String HEAD = BEGIN + SECRET;
  private static final String LINE = "K";
  private static final Pattern MARK = Pattern.compile(Pattern.quote(HEAD) + "[0-9;K]*" + END);
  private static final Pattern STYLE = Pattern.compile("\u001B\\[([0-9;]*)m");
  private static final int LONGEST = HEAD.length() + 10;

  /** Begins a terminal's last line anew. */
  public static final String CLEAR_LINE = HEAD + LINE + END;

  private OwnMarks() {}

  /** Begins a style, by its number in ANSI's SGR sequence; 0 ends all. */
  public static String style(String code) {
    return HEAD + code + END;
  }

  /** A text that is wholly our own, with its ANSI styles as marks. */
  public static String ofStyled(String own) {
    return STYLE.matcher(own).replaceAll(match -> style(match.group(1)));
  }

  /** A text as it is seen: without marks. */
  public static String strip(String text) {
    return MARK.matcher(text).replaceAll("");
  }

  /** Whether more characters could make this a mark. */
  static boolean couldBecomeOne(CharSequence text) {
    int common = Math.min(text.length(), HEAD.length());
    return text.length() < LONGEST && HEAD.contentEquals(text.subSequence(0, common))
        || text.length() < HEAD.length() && HEAD.startsWith(text.toString());
  }

  static boolean isOne(CharSequence text) {
    return MARK.matcher(text).matches();
  }

  static boolean beginsLine(CharSequence mark) {
    return CLEAR_LINE.contentEquals(mark);
  }

  /** What a terminal understands. */
  static String sequence(CharSequence mark) {
    String code = mark.subSequence(HEAD.length(), mark.length() - 1).toString();
    return code.equals(LINE) ? "\r\u001B[K" : "\u001B[" + code + "m";
  }
}
