package dev.drydock.check.run;

import dev.drydock.check.Asked;
import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Reason;
import dev.drydock.check.Shown;
import dev.drydock.engine.evidence.RunEvidence;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import java.util.Map;
import java.util.Optional;

/**
 * R07: ready in time, still there afterwards, and its own HEALTHCHECK (if any) agrees. A container
 * that never answered is R01's to report.
 */
public final class StartStable extends CatalogueCheck {

  public StartStable() {
    super("R07", "start.stable", Need.ANSWERED);
  }

  @Override
  public Optional<Reason> exempt(ImageSpec image, CheckRule rule) {
    return image.isService() ? Optional.empty() : Optional.of(Reason.COMMAND);
  }

  @Override
  public Asked asked(ImageSpec image, CheckRule rule) {
    return Asked.of("within", "limit", Shown.seconds(image.job().startWithin().toMillis()));
  }

  @Override
  public Outcome judge(CheckInput input) {
    RunEvidence run = input.run();
    Long ready = run.readyMillis();
    if (ready == null) {
      return new Outcome.Blocked(Need.ANSWERED);
    }
    long limit = input.spec().job().startWithin().toMillis();
    Measurement measurement =
        new Measurement(Shown.seconds(ready), Shown.seconds(limit), (double) ready, (double) limit);
    Map<String, String> values =
        Map.of("log", LogTail.of(run), "code", String.valueOf(run.earlyExitCode()));
    if (run.outOfMemory()) {
      return Outcome.failed(measurement, "out-of-memory", values, null);
    }
    if (run.earlyExitCode() != null) {
      return Outcome.failed(measurement, "ended", values, null);
    }
    if (ready > limit) {
      return Outcome.failed(measurement, "slow", values, null);
    }
    return switch (run.health()) {
      case "unhealthy" ->
          Outcome.failed(measurement, "unhealthy", values, input.finalStage().healthcheckLine());
      case "starting" -> Outcome.passed(measurement, "health-starting", Map.of());
      default -> Outcome.passed(measurement);
    };
  }
}
