package dev.drydock.dockerfile.words;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A pattern of {@code ${v#p}}, {@code ${v%p}} and {@code ${v/p/r}}: {@code *} is any text, {@code
 * ?} any character, a backslash escapes. Matched piece by piece between the stars, so that no
 * pattern is expensive beyond length times length.
 */
final class ShellPattern {

  /** Stands for {@code ?}; no character of a text. */
  private static final int ANY = -1;

  /** The texts between the stars; at least one, empty at a star's place at either end. */
  private final List<List<Integer>> pieces;

  private ShellPattern(List<List<Integer>> pieces) {
    this.pieces = pieces;
  }

  static ShellPattern of(String pattern, Budget budget, int valueLength)
      throws SubstitutionException {
    // Searching a piece compares at most every character with every character.
    budget.spend((long) (pattern.length() + 1) * (valueLength + 1) / 16);
    List<List<Integer>> pieces = new ArrayList<>();
    List<Integer> piece = new ArrayList<>();
    int[] characters = pattern.codePoints().toArray();
    for (int i = 0; i < characters.length; i++) {
      int c = characters[i];
      if (c == '*') {
        pieces.add(piece);
        piece = new ArrayList<>();
      } else if (c == '?') {
        piece.add(ANY);
      } else if (c == '\\') {
        i++;
        piece.add(escaped(pattern, i < characters.length ? characters[i] : ANY));
      } else {
        piece.add(c);
      }
    }
    pieces.add(piece);
    return new ShellPattern(pieces);
  }

  private static int escaped(String pattern, int c) throws SubstitutionException {
    if (c != ANY && "}/*?\\".indexOf(c) >= 0) {
      return c;
    }
    throw new SubstitutionException(
        "in the pattern " + Quote.of(pattern) + " a backslash may only stand before * ? \\ / or }");
  }

  String withoutPrefix(String value, boolean greedy) {
    int[] text = value.codePoints().toArray();
    int end = endOfMatch(text, 0, greedy);
    return end < 0 ? value : string(text, end, text.length);
  }

  String withoutSuffix(String value, boolean greedy) {
    int[] text = reversed(value.codePoints().toArray());
    int end = backwards().endOfMatch(text, 0, greedy);
    return end < 0 ? value : string(reversed(text), 0, text.length - end);
  }

  /** Replace the first match, the longest at its place, or every one. */
  String replace(String value, String replacement, boolean all, Budget budget)
      throws SubstitutionException {
    int[] text = value.codePoints().toArray();
    StringBuilder result = new StringBuilder();
    int copied = 0;
    int from = 0;
    while (from <= text.length) {
      int start = pieces.size() > 1 && pieces.get(0).isEmpty() ? from : find(text, from, 0);
      int end = start < 0 ? -1 : endOfMatch(text, start, true);
      if (end < 0) {
        break;
      }
      String match = string(text, start, end);
      String replaced = all ? new ReplacementTemplate(replacement).expand(match) : replacement;
      budget.spend(replaced.length() + replacement.length() + 1L);
      boolean emptyBehindMatch = end == start && start == copied && copied > 0 && from > 0;
      if (!emptyBehindMatch) {
        result.append(string(text, copied, start)).append(replaced);
        copied = end;
      }
      from = end > start ? end : end + 1;
      if (!all) {
        break;
      }
    }
    return result.append(string(text, Math.min(copied, text.length), text.length)).toString();
  }

  /** Where the match that begins at {@code start} ends, the shortest or the longest; -1: none. */
  private int endOfMatch(int[] text, int start, boolean longest) {
    if (!matchesAt(text, start, pieces.get(0))) {
      return -1;
    }
    int end = start + pieces.get(0).size();
    for (int i = 1; i < pieces.size(); i++) {
      boolean last = i == pieces.size() - 1;
      int at = last && longest ? findLast(text, end, pieces.get(i)) : find(text, end, i);
      if (at < 0) {
        return -1;
      }
      end = at + pieces.get(i).size();
    }
    return end;
  }

  private int find(int[] text, int from, int piece) {
    List<Integer> wanted = pieces.get(piece);
    for (int at = from; at + wanted.size() <= text.length; at++) {
      if (matchesAt(text, at, wanted)) {
        return at;
      }
    }
    return -1;
  }

  private static int findLast(int[] text, int from, List<Integer> wanted) {
    for (int at = text.length - wanted.size(); at >= from; at--) {
      if (matchesAt(text, at, wanted)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean matchesAt(int[] text, int at, List<Integer> piece) {
    if (at + piece.size() > text.length) {
      return false;
    }
    for (int i = 0; i < piece.size(); i++) {
      int wanted = piece.get(i);
      if (wanted != ANY && wanted != text[at + i]) {
        return false;
      }
    }
    return true;
  }

  private ShellPattern backwards() {
    List<List<Integer>> reversed = new ArrayList<>();
    for (List<Integer> piece : pieces) {
      List<Integer> copy = new ArrayList<>(piece);
      Collections.reverse(copy);
      reversed.add(0, copy);
    }
    return new ShellPattern(reversed);
  }

  private static int[] reversed(int[] text) {
    int[] result = new int[text.length];
    for (int i = 0; i < text.length; i++) {
      result[i] = text[text.length - 1 - i];
    }
    return result;
  }

  private static String string(int[] text, int from, int to) {
    return new String(text, from, Math.max(0, to - from));
  }
}
