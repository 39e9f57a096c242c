package dev.drydock.cli.machine;

import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ExitCode;
import dev.drydock.engine.EngineDiagnosis;
import dev.drydock.engine.EngineDiagnosis.Finding;
import dev.drydock.engine.EngineDiagnosis.Weight;
import dev.drydock.engine.run.WaysOut;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says whether grading can work here. */
@Command(
    name = "doctor",
    description =
        "Engine, builders, disk, memory, base images, leftovers, ways out: what is missing,"
            + " and the command that fixes it.",
    mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {

  /** The base images of the exercises' starters and references. */
  private static final List<String> BASE_IMAGES =
      List.of(
          "alpine:latest",
          "busybox:latest",
          "debian:trixie-slim",
          "golang:1.27",
          "golang:1.27-alpine",
          "nginx:alpine",
          "node:24",
          "node:24-alpine",
          "node:24-slim");

  private final CliContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  public DoctorCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Finding> findings =
        new ArrayList<>(new EngineDiagnosis(context.home(), BASE_IMAGES).examine());
    findings.addAll(WaysOut.examine(context.home()));
    for (Finding finding : findings) {
      out.printf("%s %-12s %s%n", symbol(finding.weight()), finding.subject(), finding.found());
      if (!finding.remedy().isEmpty()) {
        out.printf("  %-12s → %s%n", "", finding.remedy());
      }
    }
    boolean works = findings.stream().noneMatch(f -> f.weight() == Weight.MISSING);
    out.println(works ? "Grading can work here." : "Grading cannot work here yet.");
    out.flush();
    return works ? ExitCode.PASSED : ExitCode.INFRASTRUCTURE;
  }

  private static String symbol(Weight weight) {
    return switch (weight) {
      case GOOD -> "✔";
      case WARNING -> "!";
      case MISSING -> "✘";
    };
  }
}
