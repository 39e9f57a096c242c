package dev.drydock.cli.author;

import dev.drydock.check.image.SizeVersusStarter;
import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ExitCode;
import dev.drydock.cli.call.ProgressLine;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.Solutions;
import dev.drydock.files.WholeFile;
import dev.drydock.image.ByteSize;
import dev.drydock.json.Json;
import dev.drydock.pipeline.Grader;
import dev.drydock.pipeline.ShutdownHook;
import dev.drydock.site.model.Descent;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.SubmissionResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        "Build the steps of the exercises' descents and keep what they weigh, for the site, in"
            + " site/figures.",
    mixinStandardHelpOptions = true)
public final class MeasureCommand implements Callable<Integer> {

  private final CliContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "EXERCISE",
      description = "Id (3.9) or folder; all of them by default.")
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
    Map<String, List<Descent.Step>> steps = new TreeMap<>();
    SubmissionResult last = null;
    for (Solutions.Step step : solutions.steps()) {
      last = grader.grade(found, step.source(), progress).result();
      for (ImageResult image : last.images()) {
        Long bytes = aboveBase(found, image.name()) ? ownBytes(image) : image.sizeBytes();
        if (bytes == null) {
          missing++;
          out.println(found.id() + " " + step.name() + ": not measured: " + last.message());
          continue;
        }
        out.println(found.id() + " " + step.name() + " " + image.name() + " " + ByteSize.of(bytes));
        steps
            .computeIfAbsent(image.name(), name -> new ArrayList<>())
            .add(new Descent.Step(step.title(), step.note(), bytes));
      }
    }
    if (last == null || missing > 0) {
      return;
    }
    Path figures = context.courseFolder().resolve("site").resolve("figures");
    for (Map.Entry<String, List<Descent.Step>> image : steps.entrySet()) {
      String name = found.images().size() == 1 ? found.id() : found.id() + "-" + image.getKey();
      Descent descent =
          new Descent(
              found.id(),
              image.getKey(),
              last.environment().engine(),
              !last.environment().standIns().isEmpty(),
              aboveBase(found, image.getKey()),
              image.getValue());
      WholeFile.write(figures.resolve(name + ".json"), Json.write(descent));
    }
  }

  /** The figure shows what the exercise compares. */
  private static boolean aboveBase(Exercise exercise, String image) {
    return exercise.image(image).filter(SizeVersusStarter::isOfOwnBytes).isPresent();
  }

  private static @Nullable Long ownBytes(ImageResult image) {
    return image.sizeBytes() == null
        ? null
        : image.layers().stream()
            .filter(layer -> !layer.base())
            .mapToLong(ImageResult.LayerResult::bytes)
            .sum();
  }
}
