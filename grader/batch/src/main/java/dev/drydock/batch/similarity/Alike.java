package dev.drydock.batch.similarity;

import java.util.List;

/**
 * What was found among the Dockerfiles for one image.
 *
 * @param compared how many there were
 * @param same groups that say the same, largest first
 * @param near pairs of which much is the same, nearest first
 * @param notListed how many pairs there are besides
 */
public record Alike(int compared, List<Same> same, List<Near> near, int notListed) {

  public Alike {
    same = List.copyOf(same);
    near = List.copyOf(near);
  }

  /**
   * Dockerfiles that say the same.
   *
   * @param ownLines how many of their lines are not the starter's
   */
  public record Same(List<String> students, int ownLines) {
    public Same {
      students = List.copyOf(students);
    }
  }

  /**
   * Two Dockerfiles of which much is the same; where several students wrote one of them, the first
   * is named.
   *
   * @param percent of what both say, rare lines counting more
   * @param rareLines that the two share and few others have, rarest first
   */
  public record Near(String first, String second, int percent, List<String> rareLines) {
    public Near {
      rareLines = List.copyOf(rareLines);
    }
  }
}
