package dev.drydock.dockerignore.pattern;

import org.jspecify.annotations.Nullable;

/**
 * Matches paths against one pattern. The translation follows the builder's character by character,
 * oddities included: {@code **} eats everything, {@code ^} is an anchor, a backslash and a bracket
 * keep their meaning in a regular expression.
 */
public final class PatternMatcher {

  private enum Kind {
    EXACT,
    /** Ends with {@code **}. */
    PREFIX,
    /** Starts with {@code **}. */
    SUFFIX,
    REGEX
  }

  private final String pattern;
  private final Kind kind;
  private final @Nullable Regex regex;

  private PatternMatcher(String pattern, Kind kind, @Nullable Regex regex) {
    this.pattern = pattern;
    this.kind = kind;
    this.regex = regex;
  }

  /** Translate a cleaned pattern. */
  public static PatternMatcher of(String pattern) throws RegexSyntaxException {
    Translation translation = new Translation(pattern);
    Kind kind = translation.translate();
    Regex regex = kind == Kind.REGEX ? RegexParser.parse(translation.expression.toString()) : null;
    return new PatternMatcher(pattern, kind, regex);
  }

  /** A matcher for a pattern that cannot be read. */
  public static PatternMatcher ofNothing() {
    return new PatternMatcher("/", Kind.EXACT, null);
  }

  /** How much work a match is, for a budget. */
  public int cost() {
    return regex == null ? 1 : regex.size();
  }

  public boolean matches(String path) {
    return switch (kind) {
      case EXACT -> path.equals(pattern);
      case PREFIX -> path.startsWith(pattern.substring(0, pattern.length() - 2));
      case SUFFIX -> {
        String suffix = pattern.substring(2);
        yield path.endsWith(suffix) || (suffix.startsWith("/") && path.equals(suffix.substring(1)));
      }
      case REGEX -> regex != null && regex.matches(path.codePoints().toArray());
    };
  }

  /** The pattern as a regular expression. */
  private static final class Translation {
    private final int[] pattern;
    private final StringBuilder expression = new StringBuilder("^");
    private Kind kind = Kind.EXACT;
    private int pos;

    Translation(String pattern) {
      this.pattern = pattern.codePoints().toArray();
    }

    Kind translate() {
      while (pos < pattern.length) {
        boolean first = pos == 0;
        int c = pattern[pos++];
        if (c == '*' && peek() == '*') {
          pos++;
          doubleStar(first);
        } else if (c == '*') {
          add("[^/]*");
        } else if (c == '?') {
          add("[^/]");
        } else if (".+()|{}$".indexOf(c) >= 0) {
          expression.append('\\').appendCodePoint(c);
        } else if (c == '\\') {
          expression.append('\\');
          if (pos < pattern.length) {
            add(Character.toString(pattern[pos++]));
          }
        } else if (c == '[' || c == ']') {
          add(Character.toString(c));
        } else {
          expression.appendCodePoint(c);
        }
      }
      expression.append('$');
      return kind;
    }

    private void doubleStar(boolean first) {
      if (peek() == '/') {
        pos++;
      }
      if (pos < pattern.length) {
        add("(.*/)?");
      } else if (kind == Kind.EXACT) {
        kind = Kind.PREFIX;
      } else {
        add(".*");
      }
      if (first) {
        kind = Kind.SUFFIX;
      }
    }

    private void add(String part) {
      expression.append(part);
      kind = Kind.REGEX;
    }

    private int peek() {
      return pos < pattern.length ? pattern[pos] : -1;
    }
  }
}
