package dev.drydock.dockerfile.words;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known word nearest to a misspelt one. */
public final class Suggestion {

  /** As the builder's own: two edits at most. */
  private static final int MAX_DISTANCE = 2;

  private Suggestion() {}

  /** Find the option nearest to the word, regardless of case; none when all are too far. */
  public static Optional<String> nearest(String word, Collection<String> options) {
    String wanted = word.toLowerCase(Locale.ROOT);
    String best = null;
    int bestDistance = MAX_DISTANCE + 1;
    for (String option : options) {
      int distance = distance(wanted, option.toLowerCase(Locale.ROOT));
      // A word of three letters is two edits away from anything.
      if (distance < bestDistance && distance < option.length() - 1) {
        best = option;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Edits between two words, a swap of neighbours counting as one; capped for long words. */
  static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > MAX_DISTANCE) {
      return MAX_DISTANCE + 1;
    }
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 ? j : j == 0 ? i : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best = cost[i - 1][j - 1] + (same ? 0 : 1);
    best = Math.min(best, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
