package dev.drydock.dockerfile.json;

import dev.drydock.dockerfile.json.JsonArray.Broken;
import dev.drydock.dockerfile.json.JsonArray.Expected;
import dev.drydock.dockerfile.source.JsonDefect;
import dev.drydock.dockerfile.source.JsonDefect.Kind;
import dev.drydock.dockerfile.source.LineMap;
import dev.drydock.dockerfile.words.Blanks;
import org.jspecify.annotations.Nullable;

/** Names the mistake that keeps a text from being a JSON array. */
public final class JsonDiagnosis {

  private static final String SMART_QUOTES = "“”„‟″‘’‚‛′´«»＂＇";

  private final String text;
  private final LineMap map;

  private JsonDiagnosis(String text, LineMap map) {
    this.text = text;
    this.map = map;
  }

  /** Explain a text that starts with a bracket. */
  public static JsonDefect of(String text, Broken broken, LineMap map) {
    return new JsonDiagnosis(text, map).explain(broken);
  }

  /** Explain a shell form that has everything of an array but the opening bracket. */
  public static @Nullable JsonDefect ofUnopened(String text, LineMap map) {
    if (text.length() < 3 || !text.startsWith("\"") || !text.endsWith("]")) {
      return null;
    }
    return new JsonDiagnosis(text, map).defect(Kind.MISSING_OPENING_BRACKET, 0);
  }

  static boolean isSmartQuote(char c) {
    return SMART_QUOTES.indexOf(c) >= 0;
  }

  private JsonDefect explain(Broken broken) {
    int smart = firstSmartQuote(broken.offset());
    if (smart >= 0) {
      return defect(Kind.SMART_QUOTES, smart);
    }
    int offset = broken.offset();
    if (broken.badEscape()) {
      return defect(text.charAt(offset) == '\\' ? Kind.BACKSLASH : Kind.CONTROL_CHARACTER, offset);
    }
    if (broken.inString()) {
      return defect(Kind.UNTERMINATED_STRING, offset);
    }
    if (broken.expected() == Expected.NOTHING) {
      return defect(Kind.TEXT_AFTER_BRACKET, offset);
    }
    if (offset == text.length()) {
      return defect(Kind.MISSING_CLOSING_BRACKET, offset);
    }
    char c = text.charAt(offset);
    if (c == ']' && broken.expected() == Expected.VALUE) {
      return defect(Kind.TRAILING_COMMA, text.lastIndexOf(',', offset));
    }
    return defect(byCharacter(c, broken.expected()), offset);
  }

  private static Kind byCharacter(char c, Expected expected) {
    if (c == '\'' || c == '`') {
      return Kind.SINGLE_QUOTES;
    }
    if (Blanks.isSpace(c) || Character.getType(c) == Character.FORMAT) {
      return Kind.INVISIBLE_CHARACTER;
    }
    if (c == ',') {
      return Kind.MISSING_VALUE;
    }
    if (c == '}' || c == ')') {
      return Kind.MISSING_CLOSING_BRACKET;
    }
    boolean word = Character.isLetterOrDigit(c) || "-_./$".indexOf(c) >= 0;
    return expected == Expected.COMMA_OR_END && !word ? Kind.MISSING_COMMA : Kind.BARE_WORD;
  }

  private int firstSmartQuote(int until) {
    for (int i = 0; i < Math.min(until + 1, text.length()); i++) {
      if (isSmartQuote(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Explain what follows the bracket: a comment, or text of unknown purpose. */
  private @Nullable String ofTail(int offset) {
    return text.charAt(offset) == '#'
        ? JsonRepair.suggest(Blanks.strip(text.substring(0, offset)))
        : null;
  }

  private JsonDefect defect(Kind kind, int offset) {
    String suggestion = kind == Kind.TEXT_AFTER_BRACKET ? ofTail(offset) : JsonRepair.suggest(text);
    return new JsonDefect(kind, map.at(offset), suggestion);
  }
}
