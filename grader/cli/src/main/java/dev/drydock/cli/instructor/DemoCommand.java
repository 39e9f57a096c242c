package dev.drydock.cli.instructor;

import dev.drydock.batch.BatchSummary;
import dev.drydock.batch.entry.BatchEntry;
import dev.drydock.batch.entry.Selection;
import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ExitCode;
import dev.drydock.cli.call.UsageException;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.PristineFiles;
import dev.drydock.site.SiteSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Grades a small class of bundled submissions and shows the result as a site. */
@Command(
    name = "demo",
    description = "Grade a small class of sample submissions and make the site.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

  private static final String EXERCISE = "3.9";

  private final CliContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--out",
      defaultValue = "demo-site",
      paramLabel = "DIR",
      description = "Folder for the run and the sites (demo-site).")
  private Path out = Path.of("demo-site");

  public DemoCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter print = spec.commandLine().getOut();
    Path run = out.resolve("run");
    List<BatchEntry> students = students();
    BatchSummary summary;
    try (BatchGrading grading =
        new BatchGrading(context, spec.commandLine().getErr(), Machine.jobs(), false)) {
      summary = grading.grade(students, Selection.ALL, run);
    }
    SiteRendering site = new SiteRendering(context, false, "", Set.of());
    SiteRendering.Run found = site.open(run);
    SiteSummary publicSite = site.build(out.resolve("public"), found);
    SiteSummary overview = site.buildOverview(out.resolve("instructor"), found);
    print.println(Totals.of(summary));
    print.println("the course, as readers see it:  " + page(publicSite));
    print.println("the class, as instructors do:   " + page(overview));
    print.flush();
    return summary.isComplete() ? ExitCode.PASSED : ExitCode.INFRASTRUCTURE;
  }

  /** Plausible submissions: the reference, the starter untouched, and the mistakes people make. */
  private List<BatchEntry> students() {
    Exercise exercise = context.catalogue().find(EXERCISE);
    Path solutions = context.courseFolder().resolve("solutions").resolve(EXERCISE);
    if (!Files.isDirectory(solutions)) {
      throw new UsageException(
          "the demo grades the course's solutions: expected a folder "
              + solutions
              + " (a student hand-out has none)");
    }
    Path mistakes = solutions.resolve("near-misses");
    return List.of(
        BatchEntry.of("ada", exercise, solutions.resolve("reference")),
        BatchEntry.of("ben", exercise, mistakes.resolve("alpine-final")),
        BatchEntry.of("chen", exercise, mistakes.resolve("dynamic-on-scratch")),
        BatchEntry.of("dora", exercise, mistakes.resolve("user-in-build-stage")),
        BatchEntry.of("emil", exercise, mistakes.resolve("shell-form-on-scratch")),
        BatchEntry.of("fatou", exercise, exercise.folder().resolve(PristineFiles.STARTER_FOLDER)));
  }

  private static String page(SiteSummary site) {
    return site.home().toAbsolutePath().normalize().toUri().toString();
  }
}
