package dev.drydock.check.context;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.image.ByteSize;
import java.util.List;
import java.util.Map;

/**
 * C04: the builder receives no repository, no secrets, no installed modules and no build output.
 * Judged by the files themselves, including those the grader planted.
 */
public final class ContextLeaks extends CatalogueCheck {

  public static final String ID = "C04";

  public static final String LEAKS = "leaks";

  public ContextLeaks() {
    super(ID, "context.leaks", Need.NOTHING);
  }

  @Override
  public Outcome judge(CheckInput input) {
    List<Unwanted> unwanted = Unwanted.in(input.evidence().context());
    Measurement measurement = Measurement.noneAllowed(unwanted.size(), "path");
    if (unwanted.isEmpty()) {
      return Outcome.passed(measurement);
    }
    Unwanted worst = unwanted.get(0);
    return Outcome.failed(
        measurement,
        LEAKS,
        Map.of(
            "all", Unwanted.shown(unwanted),
            "bytes", ByteSize.of(unwanted.stream().mapToLong(Unwanted::bytes).sum()).toString(),
            "path", worst.path(),
            "pattern", worst.ignorePattern()),
        null);
  }
}
