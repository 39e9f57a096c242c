package dev.drydock.check.dockerfile;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.dockerfile.Feature;
import dev.drydock.dockerfile.FeatureUse;
import dev.drydock.dockerfile.Frontend;
import dev.drydock.engine.evidence.BuildEvidence;
import java.util.Map;
import java.util.Optional;

/**
 * D16: the builder supports what the Dockerfile uses. If it built, it did; if it failed, a feature
 * this builder lacks is the reason. That is not the student's fault: such a submission is not
 * graded.
 */
public final class SyntaxAvailable extends CatalogueCheck {

  public static final String ID = "D16";

  public static final String FRONTEND = "frontend";

  /** Key of the finding that is about the builder, not about the Dockerfile. */
  public static final String LACKING = "lacking";

  public SyntaxAvailable() {
    super(ID, "syntax.available", Need.NOTHING);
  }

  @Override
  public Outcome judge(CheckInput input) {
    Frontend frontend = input.dockerfile().frontend();
    if (frontend != null && !frontend.isStandard()) {
      return Outcome.failed(
          Measurement.of(frontend.image(), "docker/dockerfile"),
          FRONTEND,
          Map.of("image", frontend.image()),
          frontend.line());
    }
    BuildEvidence build = input.evidence().build();
    if (build == null || build.status() != BuildEvidence.Status.FAILED) {
      return Outcome.passed();
    }
    return input.dockerfile().features().stream()
        .filter(use -> lacks(build, use.feature()))
        .findFirst()
        .map(use -> lacking(build, use))
        .orElseGet(Outcome::passed);
  }

  /** A classic builder leaves platform arguments empty, but goes on. */
  private static boolean lacks(BuildEvidence build, Feature feature) {
    return feature != Feature.PLATFORM_ARGUMENT
        && EngineSyntax.of(build)
            .map(version -> version.compareTo(feature.since()) < 0)
            .orElse(build.builder().equals("classic"));
  }

  private static Outcome lacking(BuildEvidence build, FeatureUse use) {
    Optional<String> offers = EngineSyntax.of(build).map(version -> "syntax " + version);
    return Outcome.failed(
        Measurement.of(offers.orElse("the classic builder"), "syntax " + use.feature().since()),
        LACKING,
        Map.of(
            "feature", use.feature().title(),
            "needs", "BuildKit with Dockerfile syntax " + use.feature().since() + " or newer",
            "builder",
                offers.map(syntax -> "BuildKit with " + syntax).orElse("the classic builder")
                    + " of engine "
                    + build.engine()),
        use.line());
  }
}
