package dev.drydock.cli.instructor;

import dev.drydock.batch.BatchSummary;
import dev.drydock.batch.entry.BatchEntry;
import dev.drydock.batch.entry.Selection;
import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ExitCode;
import dev.drydock.cli.call.UsageException;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExerciseCatalogue;
import dev.drydock.submission.classes.ClassIntake;
import dev.drydock.submission.classes.ClassListing;
import dev.drydock.submission.classes.ClassListing.Missing;
import dev.drydock.submission.classes.SubmissionTimes;
import dev.drydock.text.Printable;
import dev.drydock.verdict.Verdict;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Grades a class. */
@Command(
    name = "batch",
    description =
        "Grade a class: a folder or archive per student. The same call again"
            + " grades only what changed, or resumes a stopped run.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class BatchCommand implements Callable<Integer> {

  private final CliContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "DIR",
      description = "DIR/<student>/<exercise>/…, DIR/<student>.zip, or an LMS download.")
  private Path source = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "RUN", description = "The run's folder.")
  private Path out = Path.of("");

  @Mixin private SelectionOptions selection = new SelectionOptions();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "Builds at a time, with as many runs alongside (by default, what this"
              + " machine's cores and memory allow).")
  private @Nullable Integer jobs;

  @Option(
      names = "--trust-students",
      description =
          "You know these students: grade even where their programs can reach this machine."
              + " Without it, a batch does not begin there (SECURITY.md).")
  private boolean trusted;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress.")
  private boolean quiet;

  public BatchCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (!Files.exists(source)) {
      throw new UsageException("no such folder: " + source);
    }
    Integer asked = jobs;
    if (asked != null && asked < 1) {
      throw new UsageException("--jobs " + asked + ": expected 1 or more");
    }
    PrintWriter err = spec.commandLine().getErr();
    BatchSummary summary;
    try (BatchGrading grading =
        new BatchGrading(context, err, asked == null ? Machine.jobs() : asked, quiet)) {
      ClassListing listing = intake(grading.temporaryFolder()).read(source);
      List<BatchEntry> entries = listing.entries().stream().map(BatchEntry::of).toList();
      if (entries.isEmpty()) {
        throw new UsageException(
            "no submissions in " + source + ": expected <student>/<exercise>/…");
      }
      Selection selected =
          selection.of(entries.stream().map(BatchEntry::student).toList(), source.toString());
      warn(listing, err);
      if (!trusted) {
        grading.requireShelter();
      }
      summary = grading.grade(entries, selected, out);
    }
    PrintWriter print = spec.commandLine().getOut();
    print.println(Totals.of(summary) + "  → " + out.toAbsolutePath());
    summary
        .ungraded()
        .forEach(
            one ->
                print.println(
                    "  "
                        + Verdict.NOT_GRADED.words()
                        + ": "
                        + Printable.line(one.entry() + ": " + one.reason(), 300)
                        + (one.kept() ? " (its older grade is kept)" : "")));
    print.flush();
    return summary.isComplete() ? ExitCode.PASSED : ExitCode.INFRASTRUCTURE;
  }

  private static void warn(ClassListing listing, PrintWriter err) {
    listing.problems().forEach(problem -> err.println("! " + problem));
    SortedMap<String, List<String>> missing =
        listing.missing().stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.student().id(),
                    TreeMap::new,
                    Collectors.mapping(Missing::exerciseId, Collectors.toList())));
    missing.forEach(
        (student, exercises) ->
            err.println(
                "! "
                    + Printable.line(student, 80)
                    + ": nothing for "
                    + String.join(", ", exercises)));
    err.flush();
  }

  private ClassIntake intake(Path work) {
    ExerciseCatalogue catalogue = context.catalogue();
    List<Exercise> course = catalogue.all();
    if (selection.exercises.isEmpty()) {
      return ClassIntake.ofCourse(course, work, SubmissionTimes.standard());
    }
    List<Exercise> asked = selection.exercises.stream().map(catalogue::find).toList();
    return ClassIntake.of(course, asked, work, SubmissionTimes.standard());
  }
}
