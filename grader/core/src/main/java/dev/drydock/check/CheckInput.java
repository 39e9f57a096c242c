package dev.drydock.check;

import dev.drydock.evidence.Evidence;
import dev.drydock.evidence.ImageEvidence;
import dev.drydock.evidence.RunEvidence;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import java.util.Objects;

/**
 * What a check judges, and by which rule.
 *
 * @param rule of this check in this exercise
 */
public record CheckInput(
    Evidence evidence, ImageSpec image, CheckRule rule, FinalStage finalStage, Layers layers) {

  /** The input of all checks of one image: its Dockerfile is parsed once, here. */
  public static CheckInput of(Evidence evidence, ImageSpec image) {
    return new CheckInput(
        evidence, image, CheckRule.advice(""), new FinalStage(), Layers.of(evidence));
  }

  public CheckInput with(CheckRule newRule) {
    return new CheckInput(evidence, image, newRule, finalStage, layers);
  }

  /** Whether the Dockerfile can be read without errors. */
  public boolean parses() {
    return true;
  }

  /** The image's anatomy, for checks that need {@link Need#IMAGE} or more. */
  public ImageEvidence built() {
    return Objects.requireNonNull(evidence.built(), "the check does not declare that it needs it");
  }

  /** The run, for checks that need {@link Need#RUN} or more. */
  public RunEvidence run() {
    return Objects.requireNonNull(evidence.run(), "the check does not declare that it needs it");
  }
}
