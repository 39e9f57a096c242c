package dev.drydock.check.image;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.image.anatomy.CanaryHit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * I07: values planted like secrets, in a .env file and in a build argument, are nowhere in the
 * image: layers, configuration, history. What else was planted is other checks' concern.
 */
public final class SecretCanary extends CatalogueCheck {

  private static final Set<String> SECRETS = Set.of("env-file", "build-arg");

  public SecretCanary() {
    super("I07", "secret.canary", Need.IMAGE);
  }

  @Override
  public Outcome judge(CheckInput input) {
    List<CanaryHit> hits =
        input.anatomy().canaries().stream().filter(hit -> SECRETS.contains(hit.canary())).toList();
    Measurement measurement = Measurement.noneAllowed(hits.size(), "place");
    if (hits.isEmpty()) {
      return Outcome.passed(measurement);
    }
    CanaryHit first = hits.get(0);
    String finding =
        first.place().equals("file") && !first.visible() ? "file-hidden" : first.place();
    return Outcome.failed(
        measurement,
        finding,
        Map.of(
            "secret", first.canary().equals("env-file") ? "your .env file" : "a build argument",
            "place", first.where(),
            "where", input.layers().where(first.layer())),
        input.layers().line(first.layer()));
  }
}
