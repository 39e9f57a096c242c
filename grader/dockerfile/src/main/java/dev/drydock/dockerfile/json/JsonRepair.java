package dev.drydock.dockerfile.json;

import dev.drydock.dockerfile.words.Blanks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Guesses the array that was meant, to be shown in a hint: reads any quotes, and none. */
final class JsonRepair {

  private static final int MAX_LENGTH = 400;

  private final String text;
  private final List<String> words = new ArrayList<>();
  private int pos;

  private JsonRepair(String text) {
    this.text = text;
  }

  static @Nullable String suggest(String broken) {
    if (broken.length() > MAX_LENGTH) {
      return null;
    }
    String inner = broken.startsWith("[") ? broken.substring(1) : broken;
    String trimmed = Blanks.strip(inner);
    if (trimmed.endsWith("]")) {
      trimmed = trimmed.substring(0, trimmed.length() - 1);
    }
    List<String> words = new JsonRepair(trimmed).read();
    if (words.isEmpty() || words.stream().anyMatch(word -> word.matches(".*[\\[\\]{}].*"))) {
      return null;
    }
    return words.stream().map(JsonRepair::json).collect(Collectors.joining(", ", "[", "]"));
  }

  private List<String> read() {
    while (pos < text.length()) {
      char c = text.charAt(pos);
      if (c == ',' || c == ';' || Blanks.isSpace(c) || Character.getType(c) == Character.FORMAT) {
        pos++;
      } else if (isQuote(c)) {
        quoted();
      } else {
        bare();
      }
    }
    return words;
  }

  private void quoted() {
    char opening = text.charAt(pos);
    int end = pos + 1;
    while (end < text.length() && !closes(opening, text.charAt(end))) {
      end++;
    }
    words.add(text.substring(pos + 1, end));
    pos = end + 1;
  }

  private void bare() {
    int end = pos;
    while (end < text.length() && ",; \t\"'".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    words.add(text.substring(pos, end));
    pos = end;
  }

  private static boolean closes(char opening, char c) {
    return c == opening
        || JsonDiagnosis.isSmartQuote(c)
        || (JsonDiagnosis.isSmartQuote(opening) && isQuote(c));
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`' || JsonDiagnosis.isSmartQuote(c);
  }

  private static String json(String word) {
    return "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + "\"";
  }
}
