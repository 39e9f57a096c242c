package dev.drydock.check.rebuild;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Reason;
import dev.drydock.check.Shown;
import dev.drydock.evidence.RebuildEvidence;
import dev.drydock.evidence.RebuildEvidence.Rebuild;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the B checks share: one of the rebuilds, made only if an exercise grades it. */
abstract class RebuildCheck extends CatalogueCheck {

  public static final String BUILD_FAILED = "build-failed";

  RebuildCheck(String id, String name) {
    super(id, name, Need.REBUILD);
  }

  @Override
  public final Optional<Reason> exempt(ImageSpec image, CheckRule rule) {
    return rule.graded() ? Optional.empty() : Optional.of(Reason.NOT_ASKED);
  }

  @Override
  public final Outcome judge(CheckInput input) {
    Rebuild rebuild = choose(Objects.requireNonNull(input.evidence().rebuild()));
    if (rebuild == null) {
      return Outcome.notApplicable(Reason.NO_LIMIT);
    }
    return rebuild.succeeded()
        ? judge(input, rebuild)
        : Outcome.failed(
            Measurement.of("the build fails", "it succeeds"),
            BUILD_FAILED,
            Map.of("touched", rebuild.touched()),
            null);
  }

  /** The rebuild it examines, null when the exercise asks for none. */
  abstract @Nullable Rebuild choose(RebuildEvidence evidence);

  abstract Outcome judge(CheckInput input, Rebuild rebuild);

  static Measurement measured(int ranAgain, String limit) {
    return new Measurement(
        Shown.count(ranAgain, "step") + " ran again", limit, (double) ranAgain, null);
  }
}
