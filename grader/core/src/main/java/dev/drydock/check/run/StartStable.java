package dev.drydock.check.run;

import dev.drydock.check.Asked;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.ServiceCheck;
import dev.drydock.check.Shown;
import dev.drydock.engine.evidence.RunEvidence;
import dev.drydock.engine.job.Job;
import java.util.Map;

/**
 * R07: ready in time, still there afterwards, and its own HEALTHCHECK (if any) agrees. A container
 * that never answered is for R01 to report.
 */
public final class StartStable extends ServiceCheck {

  public static final String ID = "R07";

  public static final String SLOW = "slow";
  public static final String ENDED = "ended";
  public static final String OUT_OF_MEMORY = "out-of-memory";
  public static final String UNHEALTHY = "unhealthy";
  public static final String NOTE_HEALTH_STARTING = "health-starting";
  public static final String ASKED_WITHIN = "within";

  public StartStable() {
    super(ID, "start.stable", Need.ANSWERED);
  }

  @Override
  protected Asked asked(Job.Service service) {
    return Asked.of(ASKED_WITHIN, "limit", Shown.seconds(service.startWithin().toMillis()));
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
      return Outcome.failed(measurement, OUT_OF_MEMORY, values, null);
    }
    if (run.earlyExitCode() != null) {
      return Outcome.failed(measurement, ENDED, values, null);
    }
    if (ready > limit) {
      return Outcome.failed(measurement, SLOW, values, null);
    }
    return switch (run.health()) {
      case "unhealthy" ->
          Outcome.failed(measurement, UNHEALTHY, values, input.finalStage().healthcheckLine());
      case "starting" -> Outcome.passed(measurement, NOTE_HEALTH_STARTING, Map.of());
      default -> Outcome.passed(measurement);
    };
  }
}
