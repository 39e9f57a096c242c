package dev.drydock.dockerfile.variables;

import dev.drydock.dockerfile.stage.Resolved;
import dev.drydock.dockerfile.words.Blanks;
import dev.drydock.dockerfile.words.Budget;
import dev.drydock.dockerfile.words.Expansion;
import dev.drydock.dockerfile.words.ShellWords;
import dev.drydock.dockerfile.words.ShellWords.Mode;
import dev.drydock.dockerfile.words.SubstitutionException;
import dev.drydock.dockerfile.words.Words;
import java.util.List;

/** Substitutes the variables of a scope, within a budget. */
public final class Substituter {

  private final Mode mode;
  private final Budget budget;

  public Substituter(char escape, Budget budget) {
    this.mode = Mode.arguments(escape);
    this.budget = budget;
  }

  public Resolved resolve(String text, Scope scope) {
    return resolve(text, mode, scope);
  }

  /** Substitute in the body of a heredoc, where quotes mean nothing. */
  public Resolved resolveBody(String text, Scope scope) {
    return resolve(text, Mode.HEREDOC_BODY, scope);
  }

  private Resolved resolve(String text, Mode how, Scope scope) {
    try {
      if (isPlain(text)) {
        budget.spend(text.length());
        return new Resolved(text, words(text), List.of(), null, false);
      }
      Expansion expansion = ShellWords.expand(text, how, scope, budget);
      List<String> undefined =
          expansion.unset().stream().filter(name -> scope.find(name) == null).toList();
      return new Resolved(expansion.text(), expansion.words(), undefined, null, false);
    } catch (SubstitutionException e) {
      return new Resolved(text, Words.split(text), List.of(), e.getMessage(), e.isLimit());
    }
  }

  private static List<String> words(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Blanks.isSpace(text.charAt(i))) {
        return Words.split(text);
      }
    }
    return text.isEmpty() ? List.of() : List.of(text);
  }

  /** Nearly all texts: nothing to substitute, no quote, no escape, and blanks all ASCII. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '$' || c == '\'' || c == '"' || c == '\\' || c == '`' || c > 0x7E) {
        return false;
      }
    }
    return true;
  }
}
