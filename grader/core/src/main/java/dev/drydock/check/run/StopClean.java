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
import dev.drydock.engine.evidence.RunEvidence.StopEvidence;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import java.util.Map;
import java.util.Optional;

/**
 * R05: the container ends by itself, in time, when asked to. Exit code 0, or 128 plus the signal's
 * number (a program without a handler of its own, such as java), is an accepted end.
 */
public final class StopClean extends CatalogueCheck {

  private static final Map<String, Integer> SIGNALS =
      Map.of("SIGHUP", 1, "SIGINT", 2, "SIGQUIT", 3, "SIGUSR1", 10, "SIGUSR2", 12, "SIGTERM", 15);
  private static final int KILLED = 137;

  public StopClean() {
    super("R05", "stop.clean", Need.ANSWERED);
  }

  @Override
  public Optional<Reason> exempt(ImageSpec image, CheckRule rule) {
    return image.isService() ? Optional.empty() : Optional.of(Reason.COMMAND);
  }

  @Override
  public Asked asked(ImageSpec image, CheckRule rule) {
    return image.isService()
        ? Asked.of("within", "limit", Shown.seconds(image.service().stopWithin().toMillis()))
        : Asked.PLAIN;
  }

  @Override
  public Outcome judge(CheckInput input) {
    StopEvidence stop = input.run().stop();
    if (stop == null) {
      return new Outcome.Blocked(Need.RUNNING);
    }
    long limit = input.spec().service().stopWithin().toMillis();
    Measurement measurement =
        new Measurement(
            Shown.seconds(stop.millis()) + ", exit code " + stop.exitCode(),
            Shown.seconds(limit),
            (double) stop.millis(),
            (double) limit);
    Map<String, String> values =
        Map.of(
            "suggestion", Pid1Identity.suggestion(input.run()),
            "signal", stop.signal(),
            "time", Shown.seconds(stop.millis()),
            "code", String.valueOf(stop.exitCode()),
            "log", LogTail.of(input.run()));
    Integer line = input.finalStage().startLine();
    if (stop.killed() || stop.exitCode() == KILLED) {
      return Outcome.failed(measurement, "killed" + because(input.run()), values, line);
    }
    if (stop.millis() > limit) {
      return Outcome.failed(measurement, "slow", values, line);
    }
    if (!accepted(stop)) {
      return Outcome.failed(measurement, "exit-code" + because(input.run()), values, line);
    }
    return Boolean.FALSE.equals(stop.inFlightAnswered())
        ? Outcome.failed(measurement, "in-flight", values, line)
        : Outcome.passed(measurement);
  }

  private static boolean accepted(StopEvidence stop) {
    Integer signal = SIGNALS.get(stop.signal());
    return stop.exitCode() == 0 || signal != null && stop.exitCode() == 128 + signal;
  }

  /** The hint depends on who received the signal; the verdict does not. */
  private static String because(RunEvidence run) {
    return Pid1Identity.pid1(run)
        .map(
            first ->
                switch (ProcessKind.of(first.arguments())) {
                  case SHELL -> "-shell";
                  case PACKAGE_MANAGER -> "-package-manager";
                  case INIT, APPLICATION -> "";
                })
        .orElse("");
  }
}
