package dev.drydock.dockerfile.words;

import dev.drydock.dockerfile.words.ShellWords.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The start of a heredoc, such as {@code <<EOF}, {@code 3<<-"END"}.
 *
 * @param name its terminator, without quotes
 */
public record HeredocWord(String name, boolean expand, boolean stripTabs, int descriptor) {

  /** Find the heredocs of a joined line; none when its quotes do not match. */
  public static List<HeredocWord> in(String line) {
    try {
      List<HeredocWord> found = new ArrayList<>();
      for (String word : expand(line, Mode.HEREDOC_LINE).words()) {
        parse(word).ifPresent(found::add);
      }
      return found;
    } catch (SubstitutionException e) {
      return List.of();
    }
  }

  /** Parse one word of a line. */
  public static Optional<HeredocWord> parse(String word) {
    int at = 0;
    while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
      at++;
    }
    if (!word.startsWith("<<", at)) {
      return Optional.empty();
    }
    boolean stripTabs = word.startsWith("-", at + 2);
    String rest = word.substring(Blanks.skip(word, at + (stripTabs ? 3 : 2)));
    if (rest.isEmpty() || rest.indexOf('<') >= 0) {
      return Optional.empty();
    }
    return named(rest, stripTabs, descriptor(word.substring(0, at)));
  }

  private static Optional<HeredocWord> named(String rest, boolean stripTabs, int descriptor) {
    try {
      List<String> plain = expand(rest, Mode.heredocWord(false)).words();
      List<String> raw = expand(rest, Mode.heredocWord(true)).words();
      if (plain.size() != 1 || raw.size() != 1) {
        return Optional.empty();
      }
      boolean expand = quotes(plain.get(0)) == quotes(raw.get(0));
      return Optional.of(new HeredocWord(plain.get(0), expand, stripTabs, descriptor));
    } catch (SubstitutionException e) {
      return Optional.empty();
    }
  }

  private static Expansion expand(String text, Mode mode) throws SubstitutionException {
    return ShellWords.expand(text, mode, Lookup.NONE, new Budget(Budget.FILE));
  }

  private static int descriptor(String digits) {
    return digits.isEmpty() || digits.length() > 9 ? 0 : Integer.parseInt(digits);
  }

  private static long quotes(String word) {
    return word.chars().filter(c -> c == '\'' || c == '"').count();
  }
}
