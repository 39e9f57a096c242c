package dev.drydock.cli.author;

import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ExitCode;
import dev.drydock.cli.call.ProgressLine;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.Solutions;
import dev.drydock.image.ByteSize;
import dev.drydock.pipeline.Grader;
import dev.drydock.pipeline.ShutdownHook;
import dev.drydock.site.model.DescentMeasure;
import dev.drydock.verdict.SubmissionResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the steps from a starter to its reference. */
@Command(
    name = "measure",
    description =
        "Build every step of the exercises' descents and record its size for the"
            + " site, in site/figures.",
    mixinStandardHelpOptions = true)
public final class MeasureCommand implements Callable<Integer> {

  private final CliContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "EXERCISE",
      description = "Id (3.9) or folder; all by default.")
  private @Nullable String exercise;

  private int missing;

  public MeasureCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    List<Exercise> exercises =
        exercise == null ? context.catalogue().all() : List.of(context.catalogue().find(exercise));
    PrintWriter err = spec.commandLine().getErr();
    try (Grader grader = new Grader(context.course(), context.home(), "auto");
        ShutdownHook stop = ShutdownHook.closes(grader, err::println);
        ProgressLine progress =
            new ProgressLine(err, context.isTerminal("err"), context.style().width())) {
      for (Exercise one : exercises) {
        measure(Solutions.of(context.courseFolder(), one), grader, progress);
      }
    }
    return missing == 0 ? ExitCode.PASSED : ExitCode.INFRASTRUCTURE;
  }

  private void measure(Solutions solutions, Grader grader, ProgressLine progress)
      throws IOException {
    Exercise found = solutions.exercise();
    PrintWriter out = spec.commandLine().getOut();
    DescentMeasure measure = new DescentMeasure(found);
    for (Solutions.Step step : solutions.steps()) {
      SubmissionResult result = grader.grade(found, step.source(), progress).result();
      measure
          .add(step, result)
          .forEach(
              (image, bytes) -> {
                if (bytes.isPresent()) {
                  ByteSize size = ByteSize.of(bytes.getAsLong());
                  out.println(found.id() + " " + step.name() + " " + image + " " + size);
                } else {
                  missing++;
                  out.println(
                      found.id() + " " + step.name() + ": not measured: " + result.message());
                }
              });
    }
    if (missing == 0) {
      measure.write(context.courseFolder().resolve("site").resolve("figures"));
    }
  }
}
