package dev.drydock.text;

import java.io.IOException;
import java.io.Writer;

/**
 * Lets through what {@link Printable} calls showable, line ends, tabs and our own marks. What the
 * log of a CI would take for a command gets a backslash: GitHub's {@code ::name::} at the start of
 * a line and {@code ##[name]} anywhere, Azure's and TeamCity's {@code ##name[…]}. GitLab's sections
 * need a carriage return and an escape, which do not get through.
 */
final class PrintableFilter extends Writer {

  private static final char NONE = 0;
  private static final char REPLACEMENT = '\uFFFD';

  private final Writer out;
  private final StringBuilder mark = new StringBuilder();
  private char waiting = NONE;
  private Line line = Line.BLANK;
  private int hashes;

  /** What the line holds so far. */
  private enum Line {
    BLANK,
    COLON,
    WORDS
  }

  PrintableFilter(Writer out) {
    super(out);
    this.out = out;
  }

  @Override
  public void write(char[] text, int from, int count) throws IOException {
    synchronized (lock) {
      for (int at = from; at < from + count; at++) {
        take(text[at]);
      }
    }
  }

  private void take(char c) throws IOException {
    if (mark.isEmpty() && c != OwnMarks.BEGIN) {
      text(c);
      return;
    }
    mark.append(c);
    if (OwnMarks.isOne(mark)) {
      settle();
      out.write(OwnMarks.sequence(mark));
      line = OwnMarks.beginsLine(mark) ? Line.BLANK : line;
      mark.setLength(0);
    } else if (!OwnMarks.couldBecomeOne(mark)) {
      String foreign = mark.toString();
      mark.setLength(0);
      text(foreign.charAt(0));
      for (int at = 1; at < foreign.length(); at++) {
        take(foreign.charAt(at));
      }
    }
  }

  /** A carriage return is half a line end, a high surrogate half a character. */
  private void text(char c) throws IOException {
    char before = waiting;
    waiting = NONE;
    if (before == '\r' && c == '\n') {
      out.write('\r');
    } else if (Character.isHighSurrogate(before) && Character.isLowSurrogate(c)) {
      show(Character.toCodePoint(before, c));
      return;
    } else if (before != NONE) {
      show(REPLACEMENT);
    }
    if (c == '\r' || Character.isHighSurrogate(c)) {
      waiting = c;
    } else {
      show(c);
    }
  }

  private void settle() throws IOException {
    if (waiting != NONE) {
      waiting = NONE;
      show(REPLACEMENT);
    }
  }

  private void show(int c) throws IOException {
    int shown = c == '\n' || c == '\t' || Printable.isShowable(c) ? c : REPLACEMENT;
    if (shown == ':' && line == Line.COLON || shown == '[' && hashes == 2) {
      out.write('\\');
    }
    out.write(Character.toString(shown));
    line = after(shown);
    hashes = hashesAfter(shown);
  }

  private Line after(int c) {
    if (c == '\n') {
      return Line.BLANK;
    }
    if (line == Line.BLANK) {
      return c == ':' ? Line.COLON : isBlank(c) ? Line.BLANK : Line.WORDS;
    }
    return Line.WORDS;
  }

  /** What a CI trims or a comparison by a language's rules passes over. */
  private static boolean isBlank(int c) {
    return c == REPLACEMENT
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.ENCLOSING_MARK;
  }

  private int hashesAfter(int c) {
    if (c == '#') {
      return Math.min(2, hashes + 1);
    }
    return hashes == 2 && Character.isLetter(c) ? 2 : 0;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    synchronized (lock) {
      settle();
      for (char c : mark.toString().toCharArray()) {
        text(c);
      }
      settle();
      out.close();
    }
  }
}
