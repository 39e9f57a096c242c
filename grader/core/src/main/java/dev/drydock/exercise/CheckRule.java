package dev.drydock.exercise;

import dev.drydock.image.ByteSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one exercise asks of one check.
 *
 * @param id of the check: {@code I01}
 * @param points 0 for advice
 * @param required whether the exercise is passed only with it
 * @param max largest size allowed (I01, C03, I04, I05)
 * @param bands sizes above {@code max} that still earn some of the points, smallest first (I01)
 * @param maxRatio largest ratio to the starter allowed (I02)
 * @param ownBytes whether the ratio is of the bytes above the base, not of whole images (I02)
 * @param maxCount largest number allowed (I03)
 * @param allow names allowed (D04: final bases; D06: images to copy from)
 * @param uses features that must be used (D17)
 * @param numeric whether USER has to be a number (I09)
 * @param namedStages whether stages have to be named, not numbered (D06)
 * @param forbidInBase whether tools of the base count too (I08)
 */
public record CheckRule(
    String id,
    double points,
    boolean required,
    @Nullable ByteSize max,
    List<Band> bands,
    @Nullable Double maxRatio,
    boolean ownBytes,
    @Nullable Integer maxCount,
    List<String> allow,
    List<String> uses,
    boolean numeric,
    boolean namedStages,
    boolean forbidInBase) {

  public CheckRule {
    bands = List.copyOf(bands);
    allow = List.copyOf(allow);
    uses = List.copyOf(uses);
  }

  /** The rule of a check the exercise says nothing about: advice, with no limit of its own. */
  public static CheckRule advice(String id) {
    return new CheckRule(
        id, 0, false, null, List.of(), null, false, null, List.of(), List.of(), false, false,
        false);
  }

  /** Whether anything hangs on it; the others are advice. */
  public boolean graded() {
    return required || points > 0;
  }

  /** Points for a size above the limit but not above {@code max}. */
  public record Band(ByteSize max, double points) {}
}
