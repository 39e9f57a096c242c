package dev.drydock.check.image;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Reason;
import dev.drydock.check.Shown;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** I14: CA certificates are present. Asked for if the program is known to make HTTPS requests. */
public final class CertificatesPresent extends CatalogueCheck {

  public static final String ID = "I14";

  public static final String NONE = "none";

  public CertificatesPresent() {
    super(ID, "certs.present", Need.IMAGE);
  }

  @Override
  public Optional<Reason> exempt(ImageSpec image, CheckRule rule) {
    return rule.graded() ? Optional.empty() : Optional.of(Reason.NOT_ASKED);
  }

  @Override
  public Outcome judge(CheckInput input) {
    List<String> bundles = input.anatomy().files().certificates();
    return bundles.isEmpty()
        ? Outcome.failed(Measurement.of("none", "a bundle"), NONE, Map.of(), null)
        : Outcome.passed(Measurement.of(Shown.list(bundles, 3), "a bundle"));
  }
}
