package dev.drydock.verdict;

import dev.drydock.check.Check;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Need;
import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.evidence.Evidence;
import dev.drydock.exercise.ImageSpec;
import java.util.List;
import java.util.function.Predicate;

/** Judges what belongs to no exercise: nothing is required, every check is advice. */
public final class Review {

  private Review() {}

  /** What can be said of a Dockerfile and its context without building it. */
  public static ImageResult ofText(Evidence evidence) {
    return judge(evidence, Need::isMetByText);
  }

  /** What can be said of an image whose Dockerfile is not at hand. */
  public static ImageResult ofImage(Evidence evidence) {
    return judge(evidence, need -> need == Need.ANY_IMAGE);
  }

  private static ImageResult judge(Evidence evidence, Predicate<Need> met) {
    List<Check> checks =
        CheckCatalogue.all().stream().filter(check -> met.test(check.need())).toList();
    ImageSpec nothingAsked = ImageSpec.unspecified(evidence.folder());
    CheckInput input = CheckInput.of(evidence, nothingAsked);
    return ImageResults.of(input, Rubric.grade(Judge.judge(input, checks), nothingAsked));
  }
}
