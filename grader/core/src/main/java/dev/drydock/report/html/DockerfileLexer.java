package dev.drydock.report.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Colours a Dockerfile. Knows continuations, comments between them, and here-documents; it judges
 * nothing, so that a broken file still shows.
 */
final class DockerfileLexer implements Highlighter.Lexer {

  /** Longer lines stay plain; an unclosed quote costs the square of the length. */
  private static final int MAX_LINE = 2_000;

  private static final Pattern COMMENT = Pattern.compile("\\s*+#.*+");
  private static final Pattern INSTRUCTION = Pattern.compile("(\\s*+)([A-Za-z]++)(?=\\s|$)");
  private static final Pattern HEREDOC = Pattern.compile("<<-?+([\"']?)([A-Za-z_]\\w*+)\\1");
  private static final Pattern PIECE =
      Pattern.compile(
          "(?<str>\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+')"
              + "|(?<var>\\$\\{[^}]*+\\}|\\$[A-Za-z_]\\w*+)"
              + "|(?<opt>(?<=\\s)--[a-z][\\w-]*+(?:=[^\\s,]++)?)"
              + "|(?<kw>(?<=\\s)(?:AS|as|As)(?=\\s))"
              + "|(?<plain>[\\w./:@+-]++)");

  @Override
  public List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Deque<String> heredocs = new ArrayDeque<>();
    boolean continued = false;
    for (String line : text.split("(?<=\n)", -1)) {
      String bare = line.strip();
      if (!heredocs.isEmpty()) {
        tokens.add(new Token("str", line));
        if (bare.equals(heredocs.peek())) {
          heredocs.remove();
        }
      } else if (line.length() > MAX_LINE) {
        tokens.add(new Token("", line));
        continued = bare.endsWith("\\");
      } else if (COMMENT.matcher(line.stripTrailing()).matches()) {
        tokens.add(new Token("com", line));
      } else {
        instruction(line, continued, tokens);
        Matcher heredoc = HEREDOC.matcher(line);
        while (heredoc.find()) {
          heredocs.add(heredoc.group(2));
        }
        continued = bare.endsWith("\\") || (continued && bare.isEmpty());
      }
    }
    return tokens;
  }

  private static void instruction(String line, boolean continued, List<Token> tokens) {
    int from = 0;
    Matcher keyword = INSTRUCTION.matcher(line);
    if (!continued && keyword.lookingAt()) {
      tokens.add(new Token("", keyword.group(1)));
      tokens.add(new Token("kw", keyword.group(2)));
      from = keyword.end();
    }
    Matcher piece = PIECE.matcher(line);
    while (piece.find(from)) {
      tokens.add(new Token("", line.substring(from, piece.start())));
      tokens.add(new Token(kind(piece), piece.group()));
      from = piece.end();
    }
    tokens.add(new Token("", line.substring(from)));
  }

  private static String kind(Matcher piece) {
    for (String kind : List.of("str", "var", "opt", "kw")) {
      if (piece.group(kind) != null) {
        return kind;
      }
    }
    return "";
  }
}
