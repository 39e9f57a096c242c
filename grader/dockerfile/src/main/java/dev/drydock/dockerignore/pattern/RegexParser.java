package dev.drydock.dockerignore.pattern;

import dev.drydock.dockerignore.pattern.Regex.Op;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the part of Go's regular expressions that a glob pattern can turn into. That part is larger
 * than it should be: a backslash or a bracket of the pattern ends up in the expression as it is, so
 * that {@code \d} in an ignore file really means a digit.
 */
final class RegexParser {

  private final String text;
  private final Regex regex = new Regex();
  private int pos;

  private RegexParser(String text) {
    this.text = text;
  }

  static Regex parse(String expression) throws RegexSyntaxException {
    RegexParser parser = new RegexParser(expression);
    parser.sequence(false);
    parser.regex.condition(Op.MATCH);
    return parser.regex;
  }

  private void sequence(boolean inGroup) throws RegexSyntaxException {
    while (pos < text.length()) {
      if (at(")")) {
        if (!inGroup) {
          throw new RegexSyntaxException("unexpected )");
        }
        return;
      }
      int start = regex.size();
      atom();
      if (at("*") || at("?")) {
        boolean repeated = text.charAt(pos++) == '*';
        regex.quantify(start, repeated);
        if (at("*") || at("?")) {
          throw new RegexSyntaxException("two repetitions in a row");
        }
      }
    }
  }

  private void atom() throws RegexSyntaxException {
    int c = next();
    switch (c) {
      case '^' -> regex.condition(Op.BEGIN);
      case '$' -> regex.condition(Op.END);
      case '.' -> regex.take(any -> any != '\n');
      case '(' -> group();
      case '[' -> regex.take(characterClass());
      case '\\' -> escape();
      case '*', '?' -> throw new RegexSyntaxException("nothing to repeat");
      default -> regex.take(literal -> literal == c);
    }
  }

  private void group() throws RegexSyntaxException {
    sequence(true);
    if (pos == text.length()) {
      throw new RegexSyntaxException("missing )");
    }
    pos++;
  }

  private void escape() throws RegexSyntaxException {
    int letter = peek();
    switch (letter) {
      case 'A' -> condition(Op.BEGIN);
      case 'z' -> condition(Op.END);
      case 'b' -> condition(Op.WORD_BOUNDARY);
      case 'B' -> condition(Op.NO_WORD_BOUNDARY);
      case 'Q' -> quotedLiteral();
      default -> {
        IntPredicate set = namedClass();
        if (set == null) {
          int c = escapedCharacter();
          regex.take(literal -> literal == c);
        } else {
          regex.take(set);
        }
      }
    }
  }

  private void condition(Op op) {
    pos++;
    regex.condition(op);
  }

  /** From {@code \Q} to {@code \E} everything is literal. */
  private void quotedLiteral() throws RegexSyntaxException {
    pos++;
    int end = text.indexOf("\\E", pos);
    int stop = end < 0 ? text.length() : end;
    while (pos < stop) {
      int c = next();
      regex.take(literal -> literal == c);
    }
    pos = end < 0 ? stop : end + 2;
  }

  /** The class that the letter after a backslash stands for; null when it stands for none. */
  private @Nullable IntPredicate namedClass() throws RegexSyntaxException {
    int letter = peek();
    if (letter == 'p' || letter == 'P') {
      pos++;
      IntPredicate set = RegexClasses.unicode(next());
      return letter == 'P' ? set.negate() : set;
    }
    IntPredicate set = RegexClasses.perl(letter);
    if (set != null) {
      pos++;
    }
    return set;
  }

  private IntPredicate characterClass() throws RegexSyntaxException {
    boolean negated = at("^");
    if (negated) {
      pos++;
    }
    IntPredicate set = c -> false;
    boolean first = true;
    while (first || !at("]")) {
      first = false;
      set = set.or(member());
    }
    pos++;
    return negated ? set.negate() : set;
  }

  private IntPredicate member() throws RegexSyntaxException {
    if (at("[:")) {
      int end = text.indexOf(":]", pos + 2);
      if (end >= 0) {
        IntPredicate posix = RegexClasses.posix(text.substring(pos + 2, end));
        if (posix == null) {
          throw new RegexSyntaxException("no such class of characters");
        }
        pos = end + 2;
        return posix;
      }
    }
    if (at("\\")) {
      pos++;
      IntPredicate named = namedClass();
      if (named != null) {
        return named;
      }
      pos--;
    }
    int low = classCharacter();
    if (!at("-") || at("-]") || pos + 1 == text.length()) {
      return c -> c == low;
    }
    pos++;
    int high = classCharacter();
    if (high < low) {
      throw new RegexSyntaxException("a range that ends before it starts");
    }
    return c -> c >= low && c <= high;
  }

  private int classCharacter() throws RegexSyntaxException {
    int c = next();
    return c == '\\' ? escapedCharacter() : c;
  }

  private int escapedCharacter() throws RegexSyntaxException {
    int c = next();
    boolean alphanumeric = c < 0x80 && Character.isLetterOrDigit(c);
    if (c < 0x80 && !alphanumeric) {
      return c;
    }
    if (c == '0' || (c >= '1' && c <= '7' && isOctal(peek()))) {
      return octal(c - '0');
    }
    if (c == 'x') {
      return 16 * hex(next()) + hex(next());
    }
    int control = "afnrtv".indexOf(c);
    if (c >= 0x80 || control < 0) {
      throw new RegexSyntaxException("a backslash before " + Character.toString(c));
    }
    return "\u0007\f\n\r\t\u000B".charAt(control);
  }

  private int octal(int first) {
    int value = first;
    for (int i = 0; i < 2 && isOctal(peek()); i++) {
      value = 8 * value + text.charAt(pos++) - '0';
    }
    return value;
  }

  private static boolean isOctal(int c) {
    return c >= '0' && c <= '7';
  }

  private static int hex(int c) throws RegexSyntaxException {
    int value = c < 0x80 ? Character.digit(c, 16) : -1;
    if (value < 0) {
      throw new RegexSyntaxException("\\x without two hexadecimal digits");
    }
    return value;
  }

  private boolean at(String expected) {
    return text.startsWith(expected, pos);
  }

  private int peek() {
    return pos < text.length() ? text.codePointAt(pos) : -1;
  }

  private int next() throws RegexSyntaxException {
    if (pos >= text.length()) {
      throw new RegexSyntaxException("unexpected end");
    }
    int c = text.codePointAt(pos);
    pos += Character.charCount(c);
    return c;
  }
}
