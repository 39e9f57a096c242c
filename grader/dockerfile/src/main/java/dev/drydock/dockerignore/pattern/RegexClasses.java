package dev.drydock.dockerignore.pattern;

import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The named character classes of Go's regular expressions. All but the Unicode ones are ASCII. */
final class RegexClasses {

  static final IntPredicate DIGIT = c -> c >= '0' && c <= '9';
  static final IntPredicate SPACE =
      c -> c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  private static final IntPredicate LOWER = c -> c >= 'a' && c <= 'z';
  private static final IntPredicate UPPER = c -> c >= 'A' && c <= 'Z';
  private static final IntPredicate ALPHA = LOWER.or(UPPER);
  private static final IntPredicate ALNUM = ALPHA.or(DIGIT);
  static final IntPredicate WORD = ALNUM.or(c -> c == '_');
  private static final IntPredicate GRAPH = c -> c >= '!' && c <= '~';

  private static final Map<String, IntPredicate> POSIX =
      Map.ofEntries(
          Map.entry("alnum", ALNUM),
          Map.entry("alpha", ALPHA),
          Map.entry("ascii", c -> c <= 0x7F),
          Map.entry("blank", c -> c == ' ' || c == '\t'),
          Map.entry("cntrl", c -> c < ' ' || c == 0x7F),
          Map.entry("digit", DIGIT),
          Map.entry("graph", GRAPH),
          Map.entry("lower", LOWER),
          Map.entry("print", GRAPH.or(c -> c == ' ')),
          Map.entry("punct", GRAPH.and(ALNUM.negate())),
          Map.entry("space", SPACE.or(c -> c == 0x0B)),
          Map.entry("upper", UPPER),
          Map.entry("word", WORD),
          Map.entry("xdigit", DIGIT.or(c -> (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))));

  private RegexClasses() {}

  /** The class of {@code [:name:]} or {@code [:^name:]}, null when there is none. */
  static @Nullable IntPredicate posix(String name) {
    boolean negated = name.startsWith("^");
    IntPredicate set = POSIX.get(negated ? name.substring(1) : name);
    return set == null ? null : negated ? set.negate() : set;
  }

  /** The class of {@code \d \D \s \S \w \W}, null for another letter. */
  static @Nullable IntPredicate perl(int letter) {
    return switch (letter) {
      case 'd' -> DIGIT;
      case 'D' -> DIGIT.negate();
      case 's' -> SPACE;
      case 'S' -> SPACE.negate();
      case 'w' -> WORD;
      case 'W' -> WORD.negate();
      default -> null;
    };
  }

  /** The class of {@code \pL} and its like. */
  static IntPredicate unicode(int letter) throws RegexSyntaxException {
    try {
      Pattern pattern = Pattern.compile("\\p{" + Character.toString(letter) + "}");
      return c -> pattern.matcher(Character.toString(c)).matches();
    } catch (PatternSyntaxException e) {
      throw new RegexSyntaxException("no such class of characters");
    }
  }
}
