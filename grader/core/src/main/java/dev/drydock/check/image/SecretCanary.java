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
 * I07: values planted like secrets, in a .env file and in a build argument, appear nowhere in the
 * image: layers, configuration, history. Other planted files are for other checks.
 */
public final class SecretCanary extends CatalogueCheck {

  public static final String ID = "I07";

  public static final String FILE = "file";
  public static final String FILE_HIDDEN = "file-hidden";
  public static final String CONFIG = "config";
  public static final String HISTORY = "history";

  private static final Set<String> SECRETS = Set.of("env-file", "build-arg");

  public SecretCanary() {
    super(ID, "secret.canary", Need.PLANTED_ARGUMENTS);
  }

  @Override
  public Outcome judge(CheckInput input) {
    List<CanaryHit> hits =
        input.anatomy().canaries().stream().filter(hit -> SECRETS.contains(hit.canary())).toList();
    Measurement measurement = Measurement.noneAllowed(hits.size(), "place");
    if (hits.isEmpty() && input.evidence().lacksSalt()) {
      return new Outcome.Blocked(Need.PLANTED_FILES);
    }
    if (hits.isEmpty()) {
      return Outcome.passed(measurement);
    }
    CanaryHit first = hits.get(0);
    return Outcome.failed(
        measurement,
        finding(first),
        Map.of(
            "secret", first.canary().equals("env-file") ? "your .env file" : "a build argument",
            "place", first.where(),
            "where", input.layers().where(first.layer())),
        input.layers().line(first.layer()));
  }

  private static String finding(CanaryHit hit) {
    return switch (hit.place()) {
      case "history" -> HISTORY;
      case "config" -> CONFIG;
      default -> hit.visible() ? FILE : FILE_HIDDEN;
    };
  }
}
