package dev.drydock.dockerfile.words;

import dev.drydock.dockerfile.words.ShellWords.Cursor;
import org.jspecify.annotations.Nullable;

/** Reads one {@code $name} or {@code ${name…}}; the dollar has been read. */
final class Substitution {

  private final ShellWords words;
  private final Cursor in;

  Substitution(ShellWords words) {
    this.words = words;
    this.in = words.in;
  }

  String read() throws SubstitutionException {
    if (in.peek() != '{') {
      String name = name();
      return name.isEmpty() ? "$" : plain(name, "$" + name);
    }
    in.next();
    int first = in.peek();
    if (first == Cursor.END) {
      throw new SubstitutionException("${ has no closing }");
    }
    if (first == '{' || first == '}' || first == ':') {
      throw new SubstitutionException("${ is not followed by a name");
    }
    return braced(name());
  }

  private String braced(String name) throws SubstitutionException {
    int modifier = in.next();
    return switch (modifier) {
      case '}' -> plain(name, "${" + name + "}");
      case ':' -> {
        int next = in.next();
        if (next == '#' || next == '%') {
          throw unsupported(name, ":" + Character.toString(next));
        }
        yield modified(name, next, true);
      }
      case '+', '-', '?', '#', '%' -> modified(name, modifier, false);
      case '/' -> replaced(name);
      default ->
          throw unsupported(name, modifier == Cursor.END ? "" : Character.toString(modifier));
    };
  }

  private static SubstitutionException unsupported(String name, String modifier) {
    return new SubstitutionException(
        modifier.isEmpty()
            ? "${" + name + " has no closing }"
            : "${" + name + modifier + "…} is not supported by the builder");
  }

  private String plain(String name, String written) {
    String value = get(name);
    if (value == null) {
      words.unset.add(name);
      return words.mode.keepUnset() ? written : "";
    }
    return value;
  }

  private String modified(String name, int modifier, boolean emptyIsUnset)
      throws SubstitutionException {
    if (modifier == Cursor.END) {
      throw unsupported(name, "");
    }
    boolean pattern = modifier == '#' || modifier == '%';
    String word = words.nested('}', pattern);
    String value = get(name);
    if (value == null && words.mode.keepUnset()) {
      return "${" + name + (emptyIsUnset ? ":" : "") + Character.toString(modifier) + word + "}";
    }
    boolean missing = value == null || (emptyIsUnset && value.isEmpty());
    String known = value == null ? "" : value;
    return switch (modifier) {
      case '-' -> missing ? word : known;
      case '+' -> missing ? "" : word;
      case '?' -> {
        if (missing) {
          throw new SubstitutionException(
              name + ": " + (word.isEmpty() ? "must be set and is not" : word));
        }
        yield known;
      }
      case '#', '%' -> trimmed(name, value, word, modifier == '%');
      default -> throw unsupported(name, ":" + Character.toString(modifier));
    };
  }

  private String trimmed(String name, @Nullable String value, String word, boolean suffix)
      throws SubstitutionException {
    String known = knownOrEmpty(name, value);
    boolean greedy = word.startsWith(suffix ? "%" : "#");
    ShellPattern pattern =
        ShellPattern.of(greedy ? word.substring(1) : word, words.budget, known.length());
    return suffix ? pattern.withoutSuffix(known, greedy) : pattern.withoutPrefix(known, greedy);
  }

  private String replaced(String name) throws SubstitutionException {
    boolean all = in.peek() == '/';
    if (all) {
      in.next();
    }
    String pattern = words.nested('/', true);
    String replacement = words.nested('}', true);
    String value = get(name);
    if (value == null && words.mode.keepUnset()) {
      return "${" + name + "/" + pattern + "/" + replacement + "}";
    }
    String known = knownOrEmpty(name, value);
    return ShellPattern.of(pattern, words.budget, known.length())
        .replace(known, replacement, all, words.budget);
  }

  /** A pattern is read, and refused, even where there is nothing to match it against. */
  private String knownOrEmpty(String name, @Nullable String value) {
    if (value == null) {
      words.unset.add(name);
      return "";
    }
    return value;
  }

  private @Nullable String get(String name) {
    String value = words.lookup.get(name);
    if (value != null) {
      words.used.add(name);
    }
    return value;
  }

  /** A word, a number, or one of the shell's special parameters; empty when none follows. */
  private String name() {
    StringBuilder name = new StringBuilder();
    int c = in.peek();
    if (c != Cursor.END && Character.isDigit(c)) {
      while (in.peek() != Cursor.END && Character.isDigit(in.peek())) {
        name.appendCodePoint(in.next());
      }
      return name.toString();
    }
    if (c != Cursor.END && "@*#?-$!".indexOf(c) >= 0) {
      return Character.toString(in.next());
    }
    while (in.peek() != Cursor.END && isNameCharacter(in.peek())) {
      name.appendCodePoint(in.next());
    }
    return name.toString();
  }

  private static boolean isNameCharacter(int c) {
    return c == '_' || Character.isLetter(c) || Character.isDigit(c);
  }
}
