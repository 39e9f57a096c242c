package dev.drydock.check;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.evidence.RunEvidence;
import dev.drydock.evidence.Evidence;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.image.anatomy.ImageAnatomy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a check judges, and the rule it judges by.
 *
 * @param spec what the exercise asks of the image
 * @param rule of this check in this exercise
 * @param dockerfile the text, parsed
 * @param finalStage what the Dockerfile says about the final image
 * @param layers which instruction each layer comes from
 */
public record CheckInput(
    Evidence evidence,
    ImageSpec spec,
    CheckRule rule,
    Dockerfile dockerfile,
    FinalStage finalStage,
    Layers layers) {

  /** The input of all checks of one image: its Dockerfile is parsed once, here. */
  public static CheckInput of(Evidence evidence, ImageSpec spec) {
    Dockerfile dockerfile = Dockerfile.parse(evidence.dockerfile().text());
    return new CheckInput(
        evidence,
        spec,
        CheckRule.advice(""),
        dockerfile,
        new FinalStage(dockerfile),
        Layers.of(evidence.anatomy(), dockerfile));
  }

  public CheckInput with(CheckRule newRule) {
    return new CheckInput(evidence, spec, newRule, dockerfile, finalStage, layers);
  }

  /** Whether the Dockerfile can be read without errors. */
  public boolean parses() {
    return !dockerfile.hasErrors();
  }

  /** Whether all of the Dockerfile was read; what the builder accepts may be more than that. */
  public boolean isWhole() {
    return !dockerfile.isBeyondLimits();
  }

  /** Whether the builder made an image from it. */
  public boolean isBuilt() {
    BuildEvidence build = evidence.build();
    return build != null && build.status() == BuildEvidence.Status.BUILT;
  }

  /** Line of the instruction a builder reports as {@code RUN npm ci}, null when it is not found. */
  public @Nullable Integer lineOf(String step) {
    return StepLines.find(dockerfile, step);
  }

  /** The image's anatomy, for checks that need {@link Need#IMAGE} or more. */
  public ImageAnatomy anatomy() {
    return Objects.requireNonNull(
        evidence.anatomy(), "the check does not declare that it needs it");
  }

  /** The run, for checks that need {@link Need#RUN} or more. */
  public RunEvidence run() {
    return Objects.requireNonNull(evidence.run(), "the check does not declare that it needs it");
  }
}
