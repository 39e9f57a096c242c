package dev.drydock.check.image;

import dev.drydock.check.Asked;
import dev.drydock.check.CheckInput;
import dev.drydock.check.FinalStage.Exposed;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.ServiceCheck;
import dev.drydock.check.Shown;
import dev.drydock.engine.job.Job;
import java.util.List;
import java.util.Map;

/**
 * I12: the image says which port it serves, and no other. What the base exposes is not the
 * student's doing: only their own stages' EXPOSE instructions can be too many.
 */
public final class ExposeDeclared extends ServiceCheck {

  public static final String ID = "I12";

  public static final String NONE = "none";
  public static final String OTHER = "other";
  public static final String TOO_MANY = "too-many";
  public static final String ASKED_PORT = "port";

  public ExposeDeclared() {
    super(ID, "expose.declared", Need.IMAGE);
  }

  @Override
  protected Asked asked(Job.Service service) {
    return Asked.of(ASKED_PORT, "port", String.valueOf(service.port()));
  }

  @Override
  public Outcome judge(CheckInput input) {
    String wanted = input.spec().service().port() + "/tcp";
    List<String> exposed = input.anatomy().config().exposedPorts();
    Measurement measurement =
        Measurement.of(exposed.isEmpty() ? "none" : Shown.list(exposed, 5), wanted);
    List<Exposed> others =
        input.finalStage().exposed().stream()
            .filter(own -> !own.shown().equals(wanted))
            .filter(own -> exposed.contains(own.shown()))
            .toList();
    if (!exposed.contains(wanted)) {
      Integer line = others.isEmpty() ? null : others.get(0).line();
      return Outcome.failed(
          measurement, exposed.isEmpty() ? NONE : OTHER, values(input, exposed), line);
    }
    if (!others.isEmpty()) {
      List<String> more = others.stream().map(Exposed::shown).toList();
      return Outcome.failed(measurement, TOO_MANY, values(input, more), others.get(0).line());
    }
    return Outcome.passed(measurement);
  }

  private static Map<String, String> values(CheckInput input, List<String> found) {
    return Map.of(
        "port", String.valueOf(input.spec().service().port()), "found", Shown.list(found, 5));
  }
}
