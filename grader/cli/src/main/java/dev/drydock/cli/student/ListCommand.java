package dev.drydock.cli.student;

import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ExitCode;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.json.Json;
import dev.drydock.text.Counted;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the exercises. */
@Command(
    name = "list",
    description = "List the exercises, their points and what each checks.",
    mixinStandardHelpOptions = true)
public final class ListCommand implements Callable<Integer> {

  private final CliContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public ListCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Exercise> exercises = context.catalogue().all();
    if (json) {
      out.print(Json.write(exercises.stream().map(Entry::of).toList()));
      out.flush();
      return ExitCode.PASSED;
    }
    for (Exercise exercise : exercises) {
      out.printf(
          Locale.ROOT,
          "%-5s %s (%s)%n      %s%n",
          exercise.id(),
          context.style().bold(exercise.title()),
          Counted.of(Math.round(exercise.maxPoints()), "point"),
          exercise.summary());
      for (ImageSpec image : exercise.images()) {
        out.printf("      %s: %s%n", image.name(), graded(image));
      }
    }
    out.flush();
    return ExitCode.PASSED;
  }

  private static String graded(ImageSpec image) {
    return image.rules().stream()
        .filter(CheckRule::required)
        .map(CheckRule::id)
        .collect(Collectors.joining(" "));
  }

  /** One exercise as {@code list --json} shows it. */
  record Entry(
      String id,
      String title,
      String summary,
      String folder,
      double maxPoints,
      List<Image> images) {
    record Image(String name, List<String> checks) {}

    static Entry of(Exercise exercise) {
      return new Entry(
          exercise.id(),
          exercise.title(),
          exercise.summary(),
          exercise.folderName(),
          exercise.maxPoints(),
          exercise.images().stream()
              .map(
                  image ->
                      new Image(
                          image.name(),
                          image.rules().stream()
                              .filter(CheckRule::required)
                              .map(CheckRule::id)
                              .toList()))
              .toList());
    }
  }
}
