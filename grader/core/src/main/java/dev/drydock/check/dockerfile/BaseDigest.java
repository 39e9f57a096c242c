package dev.drydock.check.dockerfile;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Reason;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import java.util.Map;
import java.util.Optional;

/** D03: every external FROM is pinned by digest. Optional: asked only where an exercise does. */
public final class BaseDigest extends CatalogueCheck {

  public static final String ID = "D03";

  public static final String NO_DIGEST = "no-digest";

  public BaseDigest() {
    super(ID, "base.digest", Need.PARSED);
  }

  @Override
  public Optional<Reason> exempt(ImageSpec image, CheckRule rule) {
    return rule.graded() ? Optional.empty() : Optional.of(Reason.NOT_ASKED);
  }

  @Override
  public Outcome judge(CheckInput input) {
    return StageBase.of(input.dockerfile()).stream()
        .filter(base -> base.image().digest() == null)
        .findFirst()
        .<Outcome>map(
            base ->
                Outcome.failed(
                    Measurement.of(base.image().familiar(), "a digest each"),
                    NO_DIGEST,
                    Map.of("image", base.image().familiar()),
                    base.line()))
        .orElseGet(Outcome::passed);
  }
}
