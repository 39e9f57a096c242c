package dev.drydock.attribution;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntBiFunction;

/**
 * Aligns two sequences, in order, so that the pairs are as alike as possible; the rest stays
 * unpaired. Counts are not trusted: one builder records what the other leaves out, and a base image
 * brings its own steps. Of equally good alignments, the one that pairs later elements wins.
 */
final class Alignment {

  /** Beyond this many pairs, only exactly matching ends are paired. */
  private static final long MAX_PAIRS = 4_000_000;

  static final int ALONE = -1;

  private Alignment() {}

  /** For each element of the first, its partner's index in the second, or {@link #ALONE}. */
  static <A, B> int[] of(List<A> first, List<B> second, int exact, ToIntBiFunction<A, B> likeness) {
    int[] partners = new int[first.size()];
    Arrays.fill(partners, ALONE);
    int firstEnd = first.size();
    int secondEnd = second.size();
    while (firstEnd > 0
        && secondEnd > 0
        && likeness.applyAsInt(first.get(firstEnd - 1), second.get(secondEnd - 1)) >= exact) {
      partners[--firstEnd] = --secondEnd;
    }
    if ((long) firstEnd * secondEnd <= MAX_PAIRS) {
      pair(first.subList(0, firstEnd), second.subList(0, secondEnd), likeness, partners);
    }
    return partners;
  }

  private static <A, B> void pair(
      List<A> first, List<B> second, ToIntBiFunction<A, B> likeness, int[] partners) {
    int[][] best = new int[first.size() + 1][second.size() + 1];
    for (int i = 1; i <= first.size(); i++) {
      for (int j = 1; j <= second.size(); j++) {
        int alike = likeness.applyAsInt(first.get(i - 1), second.get(j - 1));
        int paired = alike == 0 ? 0 : best[i - 1][j - 1] + alike;
        best[i][j] = Math.max(paired, Math.max(best[i - 1][j], best[i][j - 1]));
      }
    }
    int i = first.size();
    int j = second.size();
    while (i > 0 && j > 0) {
      int alike = likeness.applyAsInt(first.get(i - 1), second.get(j - 1));
      if (alike > 0 && best[i][j] == best[i - 1][j - 1] + alike) {
        partners[--i] = --j;
      } else if (best[i][j] == best[i - 1][j]) {
        i--;
      } else {
        j--;
      }
    }
  }
}
