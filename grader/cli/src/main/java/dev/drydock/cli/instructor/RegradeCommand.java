package dev.drydock.cli.instructor;

import dev.drydock.batch.Regrade;
import dev.drydock.batch.RegradeSettings;
import dev.drydock.batch.RegradeSummary;
import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ExitCode;
import dev.drydock.exercise.Exercise;
import dev.drydock.verdict.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a run's stored evidence again, against the exercises as they are now. */
@Command(
    name = "regrade",
    description =
        "Judge a run again from its stored evidence, after limits or points have"
            + " changed: builds nothing, needs no engine.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class RegradeCommand implements Callable<Integer> {

  private final CliContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RUN", description = "The run's folder.")
  private Path run = Path.of("");

  @Mixin private SelectionOptions selection = new SelectionOptions();

  public RegradeCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Map<String, Exercise> exercises =
        context.catalogue().all().stream()
            .collect(Collectors.toMap(Exercise::id, Function.identity()));
    RegradeSummary summary =
        Regrade.run(
            RegradeSettings.of(run, id -> Optional.ofNullable(exercises.get(id)))
                .withSelection(selection.in(run)));
    PrintWriter out = spec.commandLine().getOut();
    summary.changes().forEach(change -> out.println("  " + change.text()));
    out.printf(
        "%d judged again, %d of them changed; %d kept as they were, %d %s%n",
        summary.judged(),
        summary.changes().size(),
        summary.kept(),
        summary.notGraded(),
        Verdict.NOT_GRADED.words());
    out.flush();
    return summary.notGraded() == 0 ? ExitCode.PASSED : ExitCode.INFRASTRUCTURE;
  }
}
