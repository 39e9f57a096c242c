package dev.drydock.verdict;

import dev.drydock.check.Check;
import dev.drydock.check.CheckInput;
import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.evidence.Evidence;
import dev.drydock.exercise.ImageSpec;
import java.util.List;
import java.util.Set;

/** Judges what belongs to no exercise: nothing is required, every check is advice. */
public final class Review {

  /** Checks of an image that need neither its Dockerfile nor a limit. */
  private static final Set<String> OF_IMAGES =
      Set.of("I04", "I05", "I06", "I08", "I09", "I10", "I11");

  private Review() {}

  /** What can be said of a Dockerfile and its context without building it. */
  public static ImageResult ofText(Evidence evidence) {
    return judge(
        evidence,
        CheckCatalogue.all().stream()
            .filter(check -> check.id().startsWith("D") || check.id().startsWith("C"))
            .toList());
  }

  /** What can be said of an image whose Dockerfile is not at hand. */
  public static ImageResult ofImage(Evidence evidence) {
    return judge(
        evidence,
        CheckCatalogue.all().stream().filter(check -> OF_IMAGES.contains(check.id())).toList());
  }

  private static ImageResult judge(Evidence evidence, List<Check> checks) {
    ImageSpec nothingAsked = ImageSpec.unspecified(evidence.folder());
    CheckInput input = CheckInput.of(evidence, nothingAsked);
    return ImageResults.of(input, Rubric.grade(Judge.judge(input, checks), nothingAsked));
  }
}
