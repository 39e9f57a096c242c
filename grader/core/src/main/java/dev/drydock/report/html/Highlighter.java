package dev.drydock.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Source text as coloured tokens, line by line. Unknown languages come out plain. */
public final class Highlighter {

  /** Longer texts stay plain: they are logs or minified files. */
  private static final int MAX_LENGTH = 200_000;

  private static final Map<String, Lexer> LEXERS =
      Map.ofEntries(
          Map.entry("dockerfile", new DockerfileLexer()),
          Map.entry("sh", RuleLexer.SHELL),
          Map.entry("shell", RuleLexer.SHELL),
          Map.entry("bash", RuleLexer.SHELL),
          Map.entry("json", RuleLexer.JSON),
          Map.entry("yaml", RuleLexer.YAML),
          Map.entry("yml", RuleLexer.YAML),
          Map.entry("go", RuleLexer.GO),
          Map.entry("js", RuleLexer.SCRIPT),
          Map.entry("javascript", RuleLexer.SCRIPT),
          Map.entry("jsx", RuleLexer.SCRIPT),
          Map.entry("ts", RuleLexer.SCRIPT),
          Map.entry("tsx", RuleLexer.SCRIPT),
          Map.entry("typescript", RuleLexer.SCRIPT),
          Map.entry("ignore", RuleLexer.IGNORE),
          Map.entry("dockerignore", RuleLexer.IGNORE));

  private Highlighter() {}

  /** Turns a text into tokens whose texts, joined, are the text. */
  interface Lexer {
    List<Token> tokens(String text);
  }

  /**
   * The lines of a text; a last line break makes no further line.
   *
   * @param language first word of a fence: {@code dockerfile}, {@code go}…
   */
  public static List<List<Token>> lines(String language, String text) {
    Lexer lexer = LEXERS.get(language.toLowerCase(Locale.ROOT));
    if (lexer == null || text.length() > MAX_LENGTH) {
      return split(List.of(new Token("", text)));
    }
    return split(lexer.tokens(text));
  }

  private static List<List<Token>> split(List<Token> tokens) {
    List<List<Token>> lines = new ArrayList<>();
    List<Token> line = new ArrayList<>();
    for (Token token : tokens) {
      String[] parts = token.text().split("\n", -1);
      for (int i = 0; i < parts.length; i++) {
        if (i > 0) {
          lines.add(List.copyOf(line));
          line.clear();
        }
        if (!parts[i].isEmpty()) {
          line.add(new Token(token.kind(), parts[i]));
        }
      }
    }
    if (!line.isEmpty()) {
      lines.add(List.copyOf(line));
    }
    return List.copyOf(lines);
  }
}
