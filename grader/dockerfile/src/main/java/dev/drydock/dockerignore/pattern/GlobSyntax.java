package dev.drydock.dockerignore.pattern;

/**
 * Whether Go's {@code filepath.Match} would accept a pattern: the builder asks it before it
 * translates the pattern on its own.
 */
public final class GlobSyntax {

  private final String pattern;
  private int pos;

  private GlobSyntax(String pattern) {
    this.pattern = pattern;
  }

  public static boolean isValid(String pattern) {
    return new GlobSyntax(pattern).valid();
  }

  private boolean valid() {
    while (pos < pattern.length()) {
      char c = pattern.charAt(pos++);
      if (c == '\\') {
        if (pos == pattern.length()) {
          return false;
        }
        pos++;
      } else if (c == '[' && !characterClass()) {
        return false;
      }
    }
    return true;
  }

  private boolean characterClass() {
    if (at('^')) {
      pos++;
    }
    int ranges = 0;
    while (!(ranges > 0 && at(']'))) {
      if (!member()) {
        return false;
      }
      if (at('-')) {
        pos++;
        if (!member()) {
          return false;
        }
      }
      ranges++;
    }
    pos++;
    return true;
  }

  /** One character of a class, which cannot be the last character of the pattern. */
  private boolean member() {
    if (pos == pattern.length() || at('-') || at(']')) {
      return false;
    }
    if (at('\\') && ++pos == pattern.length()) {
      return false;
    }
    pos += Character.charCount(pattern.codePointAt(pos));
    return pos < pattern.length();
  }

  private boolean at(char c) {
    return pos < pattern.length() && pattern.charAt(pos) == c;
  }
}
