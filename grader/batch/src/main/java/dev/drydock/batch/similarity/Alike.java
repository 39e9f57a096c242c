package dev.drydock.batch.similarity;

import java.util.List;

/**
 * Similarities found among the Dockerfiles for one image.
 *
 * @param compared how many there were
 * @param same groups of equal ones, largest first
 * @param near pairs with much in common, nearest first
 * @param notListed how many further pairs there are
 */
public record Alike(int compared, List<Same> same, List<Near> near, int notListed) {

  public Alike {
    same = List.copyOf(same);
    near = List.copyOf(near);
  }

  /**
   * Dockerfiles with the same instructions.
   *
   * @param ownLines how many of their lines are not from the starter
   */
  public record Same(List<String> students, int ownLines) {
    public Same {
      students = List.copyOf(students);
    }
  }

  /**
   * Two Dockerfiles with much in common; if several students wrote one of them, the first is named.
   *
   * @param percent of shared content, rare lines counting more
   * @param rareLines that the two share and few others have, rarest first
   */
  public record Near(String first, String second, int percent, List<String> rareLines) {
    public Near {
      rareLines = List.copyOf(rareLines);
    }
  }
}
