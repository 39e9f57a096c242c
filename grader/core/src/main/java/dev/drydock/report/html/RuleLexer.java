package dev.drydock.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lexer made of rules tried in order at each position. Every pattern takes its text possessively,
 * so that no input makes it backtrack; what no rule knows is plain.
 */
final class RuleLexer implements Highlighter.Lexer {

  private record Rule(String kind, Pattern pattern) {
    static Rule of(String kind, String regex) {
      return new Rule(kind, Pattern.compile(regex, Pattern.MULTILINE));
    }
  }

  private static final String DOUBLE = "\"(?:[^\"\\\\\\n]|\\\\.)*+\"";
  private static final String SINGLE = "'(?:[^'\\\\\\n]|\\\\.)*+'";
  private static final String NUMBER = "\\b\\d[\\d_]*+(?:\\.\\d++)?+\\b";
  private static final String WORD = "[A-Za-z_][\\w]*+";

  static final RuleLexer SHELL =
      new RuleLexer(
          Rule.of("com", "(?<=^|\\s)#[^\\n]*+"),
          Rule.of("str", "\"(?:[^\"\\\\]|\\\\.)*+\""),
          Rule.of("str", "'[^']*+'"),
          Rule.of("var", "\\$\\{[^}\\n]*+\\}|\\$[A-Za-z_0-9@#?!*]++"),
          Rule.of(
              "kw",
              "\\b(?:if|then|else|elif|fi|for|in|do|done|while|case|esac|exec|export|set)\\b"
                  + "(?![\\w./=-])"),
          Rule.of("opt", "(?<=\\s)--?[A-Za-z][\\w-]*+"),
          Rule.of("", "[\\w./:@%+,=-]++"));

  static final RuleLexer JSON =
      new RuleLexer(
          Rule.of("key", DOUBLE + "(?=\\s*+:)"),
          Rule.of("str", DOUBLE),
          Rule.of("kw", "\\b(?:true|false|null)\\b"),
          Rule.of("num", "-?+" + NUMBER));

  static final RuleLexer YAML =
      new RuleLexer(
          Rule.of("com", "(?<=^|\\s)#[^\\n]*+"),
          Rule.of("key", "(?<=^|[\\s{,])[\\w.$/-]++(?=:(?:\\s|$))"),
          Rule.of("str", DOUBLE),
          Rule.of("str", "'[^'\\n]*+'"),
          Rule.of("kw", "\\b(?:true|false|null|yes|no)\\b(?=[ \\t]*+$)"),
          Rule.of("num", "(?<=\\s)" + NUMBER + "(?=[ \\t]*+$)"),
          Rule.of("", "[\\w./-]++"));

  static final RuleLexer GO =
      new RuleLexer(
          Rule.of("com", "//[^\\n]*+"),
          Rule.of("com", "(?s)/\\*(?:[^*]|\\*(?!/))*+\\*/"),
          Rule.of("str", "`[^`]*+`"),
          Rule.of("str", DOUBLE),
          Rule.of("str", SINGLE),
          Rule.of(
              "kw",
              "\\b(?:break|case|chan|const|continue|default|defer|else|fallthrough|for|func|go|goto"
                  + "|if|import|interface|map|package|range|return|select|struct|switch|type|var"
                  + "|nil|true|false)\\b"),
          Rule.of("num", NUMBER),
          Rule.of("", WORD));

  static final RuleLexer SCRIPT =
      new RuleLexer(
          Rule.of("com", "//[^\\n]*+"),
          Rule.of("com", "(?s)/\\*(?:[^*]|\\*(?!/))*+\\*/"),
          Rule.of("str", "`(?:[^`\\\\]|\\\\.)*+`"),
          Rule.of("str", DOUBLE),
          Rule.of("str", SINGLE),
          Rule.of(
              "kw",
              "\\b(?:abstract|as|async|await|break|case|catch|class|const|continue|default|delete"
                  + "|do|else|enum|export|extends|finally|for|from|function|if|implements|import|in"
                  + "|instanceof|interface|let|new|null|of|return|static|super|switch|this|throw"
                  + "|true|false|try|type|typeof|undefined|var|void|while|yield)\\b"),
          Rule.of("num", NUMBER),
          Rule.of("", "[A-Za-z_$][\\w$]*+"));

  static final RuleLexer IGNORE =
      new RuleLexer(Rule.of("com", "^#[^\\n]*+"), Rule.of("kw", "^!|\\*\\*?+"));

  private final List<Rule> rules;

  private RuleLexer(Rule... rules) {
    this.rules = List.of(rules);
  }

  @Override
  public List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    List<Matcher> matchers =
        rules.stream()
            .map(rule -> rule.pattern().matcher(text))
            .map(matcher -> matcher.useTransparentBounds(true).useAnchoringBounds(false))
            .toList();
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int rule = match(matchers, at, text.length());
      if (rule < 0) {
        plain.append(text.charAt(at++));
      } else if (rules.get(rule).kind().isEmpty()) {
        plain.append(text, at, matchers.get(rule).end());
        at = matchers.get(rule).end();
      } else {
        flush(plain, tokens);
        tokens.add(new Token(rules.get(rule).kind(), matchers.get(rule).group()));
        at = matchers.get(rule).end();
      }
    }
    flush(plain, tokens);
    return tokens;
  }

  private static int match(List<Matcher> matchers, int from, int to) {
    for (int i = 0; i < matchers.size(); i++) {
      Matcher matcher = matchers.get(i).region(from, to);
      if (matcher.lookingAt() && matcher.end() > from) {
        return i;
      }
    }
    return -1;
  }

  private static void flush(StringBuilder plain, List<Token> tokens) {
    if (!plain.isEmpty()) {
      tokens.add(new Token("", plain.toString()));
      plain.setLength(0);
    }
  }
}
