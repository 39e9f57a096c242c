package dev.drydock.cli;

import dev.drydock.batch.BatchSummary;
import dev.drydock.batch.entry.BatchEntry;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExerciseCatalogue;
import dev.drydock.submission.ClassIntake;
import dev.drydock.submission.ClassListing;
import dev.drydock.submission.SubmissionTimes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Grades a class. */
@Command(
    name = "batch",
    description =
        "Grade a class: folders or archives of students. The same call again grades only"
            + " what changed, and resumes what was stopped.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class BatchCommand implements Callable<Integer> {

  private final CliContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "DIR",
      description = "DIR/<student>/<exercise>/…, DIR/<student>.zip, or an LMS download.")
  private Path source = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "RUN", description = "Folder of the run.")
  private Path out = Path.of("");

  @Option(names = "--exercise", paramLabel = "ID", description = "Only these exercises.")
  private List<String> only = List.of();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "2",
      description = "Submissions worked on at a time (2).")
  private int jobs;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress.")
  private boolean quiet;

  BatchCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(source)) {
      throw new UsageException("no such folder: " + source);
    }
    if (jobs < 1) {
      throw new UsageException("--jobs " + jobs + ": expected 1 or more");
    }
    PrintWriter print = spec.commandLine().getOut();
    Path work = Files.createTempDirectory("drydock-class");
    ClassListing listing = intake(work).read(source);
    listing.problems().forEach(problem -> spec.commandLine().getErr().println("! " + problem));
    List<BatchEntry> entries =
        listing.entries().stream()
            .map(
                entry ->
                    new BatchEntry(
                        entry.student().id(),
                        entry.exercise(),
                        entry.source(),
                        entry.submittedAt()))
            .toList();
    if (entries.isEmpty()) {
      throw new UsageException("no submissions in " + source + ": expected <student>/<exercise>/…");
    }
    BatchSummary summary =
        new BatchGrading(context, spec.commandLine().getErr(), jobs, quiet).grade(entries, out);
    print.println(Totals.of(summary) + "  → " + out.toAbsolutePath());
    summary
        .ungraded()
        .forEach(one -> print.println("  not graded: " + one.entry() + ": " + one.reason()));
    print.flush();
    return summary.isComplete() ? ExitCode.PASSED : ExitCode.INFRASTRUCTURE;
  }

  private ClassIntake intake(Path work) {
    ExerciseCatalogue catalogue = context.catalogue();
    List<Exercise> course = catalogue.all();
    if (only.isEmpty()) {
      return ClassIntake.ofCourse(course, work, SubmissionTimes.ofArchives());
    }
    List<Exercise> asked = only.stream().map(catalogue::find).toList();
    return ClassIntake.of(course, asked, work, SubmissionTimes.ofArchives());
  }
}
