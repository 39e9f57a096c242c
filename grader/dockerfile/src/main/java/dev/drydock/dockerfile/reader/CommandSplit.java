package dev.drydock.dockerfile.reader;

import dev.drydock.dockerfile.source.Flag;
import dev.drydock.dockerfile.words.Blanks;
import java.util.ArrayList;
import java.util.List;

/**
 * A joined line taken apart: keyword, leading flags, the rest.
 *
 * @param offset where the arguments start in the joined line
 */
record CommandSplit(String written, List<Flag> flags, String arguments, int offset) {

  static CommandSplit of(String line, char escape) {
    String text = Blanks.strip(line);
    int start = line.length() == text.length() ? 0 : Blanks.skip(line, 0);
    int end = 0;
    while (end < text.length() && !Blanks.separatesWords(text.charAt(end))) {
      end++;
    }
    String written = text.substring(0, end);
    while (end < text.length() && Blanks.separatesWords(text.charAt(end))) {
      end++;
    }
    FlagScanner scanner = new FlagScanner(text, end, escape);
    int rest = Blanks.skip(text, scanner.scan());
    return new CommandSplit(
        written, List.copyOf(scanner.flags), text.substring(rest), start + rest);
  }

  /** Reads the words that start with two dashes; quotes and escapes in them are resolved. */
  private static final class FlagScanner {
    private final String text;
    private final char escape;
    private final List<Flag> flags = new ArrayList<>();
    private int pos;

    FlagScanner(String text, int start, char escape) {
      this.text = text;
      this.pos = start;
      this.escape = escape;
    }

    /** Read the flags; returns where the arguments start. */
    int scan() {
      while (true) {
        pos = Blanks.skip(text, pos);
        if (!text.startsWith("--", pos)) {
          return pos;
        }
        String word = word();
        if (word.equals("--")) {
          return pos;
        }
        flags.add(Flag.of(word));
      }
    }

    private String word() {
      StringBuilder word = new StringBuilder();
      char quote = 0;
      for (; pos < text.length(); pos++) {
        char c = text.charAt(pos);
        if (quote == 0 && Blanks.isSpace(c)) {
          return word.toString();
        }
        if (quote == 0 && (c == '\'' || c == '"')) {
          quote = c;
        } else if (c == quote) {
          quote = 0;
        } else if (c != escape) {
          word.append(c);
        } else if (++pos < text.length()) {
          word.append(text.charAt(pos));
        }
      }
      return word.toString();
    }
  }
}
