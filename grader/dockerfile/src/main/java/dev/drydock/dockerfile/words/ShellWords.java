package dev.drydock.dockerfile.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Substitutes variables and removes quotes with the builder's rules, which resemble those of a
 * shell and are not the same.
 */
public final class ShellWords {

  /** Nesting of {@code ${a:-${b:-…}}} beyond this is a problem of its own. */
  static final int MAX_DEPTH = 50;

  /**
   * What is kept as it is.
   *
   * @param escape backslash or backtick
   * @param rawQuotes keep the quotes
   * @param rawEscapes keep the escape characters
   * @param quotes treat quotes as quotes
   * @param keepUnset leave variables that are not set in the text
   */
  public record Mode(
      char escape, boolean rawQuotes, boolean rawEscapes, boolean quotes, boolean keepUnset) {

    /** How arguments of an instruction are read. */
    public static Mode arguments(char escape) {
      return new Mode(escape, false, false, true, false);
    }

    /** How the text of a heredoc that becomes a file is read. */
    public static final Mode HEREDOC_BODY = new Mode('\\', false, false, false, false);

    /** How a line is split to find its heredocs. */
    static final Mode HEREDOC_LINE = new Mode('\\', true, true, true, true);

    /** How the word of a heredoc is read, with its quotes and without. */
    static Mode heredocWord(boolean rawQuotes) {
      return new Mode('\\', rawQuotes, false, true, true);
    }
  }

  private static final int NO_STOP = -1;

  final Mode mode;
  final Lookup lookup;
  final Budget budget;
  final Cursor in;
  final Set<String> used = new TreeSet<>();
  final Set<String> unset = new TreeSet<>();
  private boolean rawEscapes;
  private int depth;

  private ShellWords(String text, Mode mode, Lookup lookup, Budget budget) {
    this.in = new Cursor(text);
    this.mode = mode;
    this.lookup = lookup;
    this.budget = budget;
    this.rawEscapes = mode.rawEscapes();
  }

  public static Expansion expand(String text, Mode mode, Lookup lookup, Budget budget)
      throws SubstitutionException {
    budget.spend(text.length());
    ShellWords words = new ShellWords(text, mode, lookup, budget);
    Output out = words.until(NO_STOP);
    return new Expansion(out.text(), out.words(), words.used, words.unset);
  }

  /** Read a nested word up to the stop character, which is consumed. */
  String nested(char stop, boolean keepEscapes) throws SubstitutionException {
    if (++depth > MAX_DEPTH) {
      throw SubstitutionException.ofLimit(
          "the substitution is nested deeper than " + MAX_DEPTH + " levels");
    }
    boolean before = rawEscapes;
    rawEscapes = keepEscapes;
    try {
      return until(stop).text();
    } finally {
      rawEscapes = before;
      depth--;
    }
  }

  private Output until(int stop) throws SubstitutionException {
    Output out = new Output();
    while (in.peek() != Cursor.END) {
      int c = in.peek();
      if (c == stop) {
        in.next();
        return out;
      }
      if (c == '$') {
        in.next();
        out.splitting(spent(new Substitution(this).read()));
      } else if (mode.quotes() && c == '\'') {
        out.quoted(singleQuoted());
      } else if (mode.quotes() && c == '"') {
        out.quoted(doubleQuoted());
      } else if (c == '<') {
        out.quoted(lessThan());
      } else {
        plain(out);
      }
    }
    if (stop != NO_STOP) {
      throw new SubstitutionException("a closing " + (char) stop + " is missing");
    }
    return out;
  }

  private String spent(String text) throws SubstitutionException {
    budget.spend(text.length());
    return text;
  }

  private void plain(Output out) {
    int c = in.next();
    if (c != mode.escape()) {
      out.splitting(c);
      return;
    }
    if (rawEscapes) {
      out.quoted(c);
    }
    int escaped = in.next();
    if (escaped != Cursor.END) {
      out.quoted(escaped);
    }
  }

  private String singleQuoted() throws SubstitutionException {
    StringBuilder result = new StringBuilder();
    int quote = in.next();
    if (mode.rawQuotes()) {
      result.appendCodePoint(quote);
    }
    while (true) {
      int c = in.next();
      if (c == Cursor.END) {
        throw new SubstitutionException("a single quote has no closing one");
      }
      if (c != quote || mode.rawQuotes()) {
        result.appendCodePoint(c);
      }
      if (c == quote) {
        return result.toString();
      }
    }
  }

  private String doubleQuoted() throws SubstitutionException {
    StringBuilder result = new StringBuilder();
    int quote = in.next();
    if (mode.rawQuotes()) {
      result.appendCodePoint(quote);
    }
    while (in.peek() != quote) {
      int c = in.next();
      if (c == Cursor.END) {
        throw new SubstitutionException("a double quote has no closing one");
      }
      if (c == '$') {
        result.append(spent(new Substitution(this).read()));
      } else if (c == mode.escape()) {
        escapedInQuotes(result);
      } else {
        result.appendCodePoint(c);
      }
    }
    in.next();
    if (mode.rawQuotes()) {
      result.appendCodePoint(quote);
    }
    return result.toString();
  }

  /** Only a quote, a dollar and the escape character itself can be escaped inside quotes. */
  private void escapedInQuotes(StringBuilder result) {
    int next = in.peek();
    boolean special = next == '"' || next == '$' || next == mode.escape();
    if (rawEscapes) {
      result.append(mode.escape());
    }
    if (special) {
      result.appendCodePoint(in.next());
    } else if (next != Cursor.END) {
      // With raw escapes it stands there twice: so does the builder.
      result.append(mode.escape());
    }
  }

  /** The blanks after {@code <<} belong to the word, so that {@code << EOF} is one. */
  private String lessThan() {
    StringBuilder result = new StringBuilder().appendCodePoint(in.next());
    if (in.peek() == '<') {
      result.appendCodePoint(in.next());
      while (in.peek() == ' ' || in.peek() == '\t' || in.peek() == '\r') {
        result.appendCodePoint(in.next());
      }
    }
    return result.toString();
  }

  /** The characters of a text one after the other. */
  static final class Cursor {
    static final int END = -1;
    private final String text;
    private int pos;

    Cursor(String text) {
      this.text = text;
    }

    int peek() {
      return pos < text.length() ? text.codePointAt(pos) : END;
    }

    int next() {
      int c = peek();
      pos += c == END ? 0 : Character.charCount(c);
      return c;
    }
  }

  /** The text as a whole and split into words. */
  private static final class Output {
    private final StringBuilder all = new StringBuilder();
    private final StringBuilder word = new StringBuilder();
    private final List<String> words = new ArrayList<>();

    void splitting(int c) {
      all.appendCodePoint(c);
      if (!Blanks.isSpace(c)) {
        word.appendCodePoint(c);
      } else {
        endWord();
      }
    }

    void splitting(String text) {
      for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
        splitting(text.codePointAt(i));
      }
    }

    void quoted(int c) {
      all.appendCodePoint(c);
      word.appendCodePoint(c);
    }

    void quoted(String text) {
      all.append(text);
      word.append(text);
    }

    private void endWord() {
      if (word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
    }

    String text() {
      return all.toString();
    }

    List<String> words() {
      endWord();
      return List.copyOf(words);
    }
  }
}
