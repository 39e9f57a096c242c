package dev.drydock.check.run;

import dev.drydock.check.Asked;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.ServiceCheck;
import dev.drydock.check.Shown;
import dev.drydock.engine.evidence.RunEvidence;
import dev.drydock.engine.evidence.RunEvidence.StopEvidence;
import dev.drydock.engine.job.Job;
import java.util.Map;

/**
 * R05: the container ends by itself, in time, when asked to. Exit code 0, or 128 plus the signal's
 * number (a program without a handler of its own, such as java), is an accepted end.
 */
public final class StopClean extends ServiceCheck {

  public static final String ID = "R05";

  public static final String KILLED = "killed";
  public static final String KILLED_SHELL = "killed-shell";
  public static final String KILLED_PACKAGE_MANAGER = "killed-package-manager";
  public static final String SLOW = "slow";
  public static final String EXIT_CODE = "exit-code";
  public static final String EXIT_CODE_SHELL = "exit-code-shell";
  public static final String EXIT_CODE_PACKAGE_MANAGER = "exit-code-package-manager";
  public static final String IN_FLIGHT = "in-flight";
  public static final String ASKED_WITHIN = "within";

  private static final Map<String, Integer> SIGNALS =
      Map.of("SIGHUP", 1, "SIGINT", 2, "SIGQUIT", 3, "SIGUSR1", 10, "SIGUSR2", 12, "SIGTERM", 15);
  private static final int KILLED_CODE = 137;

  public StopClean() {
    super(ID, "stop.clean", Need.ANSWERED);
  }

  @Override
  protected Asked asked(Job.Service service) {
    return Asked.of(ASKED_WITHIN, "limit", Shown.seconds(service.stopWithin().toMillis()));
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
    if (stop.killed() || stop.exitCode() == KILLED_CODE) {
      return Outcome.failed(measurement, killed(receiver(input.run())), values, line);
    }
    if (stop.millis() > limit) {
      return Outcome.failed(measurement, SLOW, values, line);
    }
    if (!accepted(stop)) {
      return Outcome.failed(measurement, exitCode(receiver(input.run())), values, line);
    }
    return Boolean.FALSE.equals(stop.inFlightAnswered())
        ? Outcome.failed(measurement, IN_FLIGHT, values, line)
        : Outcome.passed(measurement);
  }

  private static boolean accepted(StopEvidence stop) {
    Integer signal = SIGNALS.get(stop.signal());
    return stop.exitCode() == 0 || signal != null && stop.exitCode() == 128 + signal;
  }

  /** The hint depends on who received the signal; the verdict does not. */
  private static ProcessKind receiver(RunEvidence run) {
    return Pid1Identity.pid1(run)
        .map(first -> ProcessKind.of(first.arguments()))
        .orElse(ProcessKind.APPLICATION);
  }

  private static String killed(ProcessKind receiver) {
    return switch (receiver) {
      case SHELL -> KILLED_SHELL;
      case PACKAGE_MANAGER -> KILLED_PACKAGE_MANAGER;
      case INIT, APPLICATION -> KILLED;
    };
  }

  private static String exitCode(ProcessKind receiver) {
    return switch (receiver) {
      case SHELL -> EXIT_CODE_SHELL;
      case PACKAGE_MANAGER -> EXIT_CODE_PACKAGE_MANAGER;
      case INIT, APPLICATION -> EXIT_CODE;
    };
  }
}
