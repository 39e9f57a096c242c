package dev.drydock.check.run;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.ExecSuggestion;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Shown;
import dev.drydock.engine.evidence.RunEvidence;
import dev.drydock.engine.evidence.RunEvidence.ContainerProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * R04: PID 1 is the program or an init. Judged by the process table: under a shell that replaces
 * itself ({@code exec}, or BusyBox's ash with one command) the program is PID 1 and all is well.
 */
public final class Pid1Identity extends CatalogueCheck {

  public static final String ID = "R04";

  public static final String SHELL = "shell";
  public static final String PACKAGE_MANAGER = "package-manager";

  private static final int CHAIN = 4;

  public Pid1Identity() {
    super(ID, "pid1.identity", Need.RUNNING);
  }

  @Override
  public Outcome judge(CheckInput input) {
    Optional<ContainerProcess> first = pid1(input.run());
    if (first.isEmpty()) {
      return new Outcome.Blocked(Need.RUNNING);
    }
    String arguments = Shown.brief(first.get().arguments(), 80);
    String chain = chain(input.run(), first.get());
    Measurement measurement = Measurement.of(chain, "the program or an init");
    Map<String, String> values =
        Map.of("arguments", arguments, "chain", chain, "suggestion", suggestion(input.run()));
    Integer line = input.finalStage().startLine();
    return switch (ProcessKind.of(first.get().arguments())) {
      case SHELL -> Outcome.failed(measurement, SHELL, values, line);
      case PACKAGE_MANAGER -> Outcome.failed(measurement, PACKAGE_MANAGER, values, line);
      case INIT, APPLICATION -> Outcome.passed(measurement);
    };
  }

  static Optional<ContainerProcess> pid1(RunEvidence run) {
    Long pid = run.pid1();
    return run.processes().stream().filter(one -> pid != null && one.pid() == pid).findFirst();
  }

  /** The program at the end of the chain, as a command in exec form. */
  static String suggestion(RunEvidence run) {
    return run.processes().stream()
        .filter(one -> ProcessKind.of(one.arguments()) == ProcessKind.APPLICATION)
        .findFirst()
        .map(one -> ExecSuggestion.of(Shown.brief(one.arguments(), 80)))
        .orElse(ExecSuggestion.ANY);
  }

  /** {@code npm start → sh -c node server.js → node server.js}: each with its first child. */
  private static String chain(RunEvidence run, ContainerProcess first) {
    List<String> links = new ArrayList<>();
    Optional<ContainerProcess> next = Optional.of(first);
    while (next.isPresent() && links.size() < CHAIN) {
      long pid = next.get().pid();
      links.add(Shown.brief(next.get().arguments(), 60));
      next = run.processes().stream().filter(one -> one.parent() == pid).findFirst();
    }
    return String.join(" → ", links);
  }
}
