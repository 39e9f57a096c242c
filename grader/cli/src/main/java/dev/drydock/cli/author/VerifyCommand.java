package dev.drydock.cli.author;

import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ExitCode;
import dev.drydock.cli.call.ProgressLine;
import dev.drydock.cli.call.UsageException;
import dev.drydock.cli.instructor.SiteRendering;
import dev.drydock.engine.host.Progress;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.Solutions;
import dev.drydock.pipeline.Grader;
import dev.drydock.pipeline.ShutdownHook;
import dev.drydock.site.model.ContentException;
import dev.drydock.text.Counted;
import dev.drydock.text.Points;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.Verdict;
import dev.drydock.verify.ExerciseVerification;
import dev.drydock.verify.VerifiedFixture;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The authoring gate: grades what the author keeps and compares verdicts. */
@Command(
    name = "verify",
    description = {
      "Check that exercises are ready to hand out: the starter fails exactly"
          + " what the exercise declares, the reference passes with a margin, every"
          + " near miss gets its verdict, samples pass, and the page, hints, links"
          + " and files are in order."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class VerifyCommand implements Callable<Integer> {

  private static final int SLOWEST = 5;

  private final CliContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "EXERCISE",
      description = "Id (3.9) or folder; all by default.")
  private @Nullable String exercise;

  @Option(
      names = "--jobs",
      defaultValue = "2",
      paramLabel = "N",
      description = "How many to grade at once (2).")
  private int jobs = 2;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress.")
  private boolean quiet;

  public VerifyCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    if (jobs < 1 || jobs > 64) {
      throw new UsageException("--jobs " + jobs + ": expected a number from 1 to 64");
    }
    List<Solutions> all = chosen();
    PrintWriter err = spec.commandLine().getErr();
    ExerciseVerification verification;
    List<String> links;
    try (Grader grader = new Grader(context.course(), context.home(), "auto");
        ShutdownHook stop = ShutdownHook.closes(grader, err::println);
        ProgressLine progress =
            new ProgressLine(err, context.isTerminal("err"), context.style().width())) {
      verification =
          new ExerciseVerification(
              grader::grade, jobs, quiet ? Progress.NONE : progress, new Printer());
      all.forEach(verification::verify);
      links = brokenLinks(grader.temporaryFolder());
      line("links in the whole workbook", "", links);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("\nslowest:");
    verification
        .slowest(SLOWEST)
        .forEach(one -> out.println("  " + seconds(one) + "  " + name(one)));
    int defects = verification.defects() + links.size();
    int notGraded = verification.notGraded();
    out.println(summary(defects, notGraded));
    out.flush();
    if (defects > 0) {
      return ExitCode.NOT_PASSED;
    }
    return notGraded > 0 ? ExitCode.INFRASTRUCTURE : ExitCode.PASSED;
  }

  private List<Solutions> chosen() {
    List<Exercise> exercises =
        exercise == null ? context.catalogue().all() : List.of(context.catalogue().find(exercise));
    return exercises.stream().map(one -> Solutions.of(context.courseFolder(), one)).toList();
  }

  /** Links within and between pages: the site's builder finds the broken ones. */
  private List<String> brokenLinks(Path folder) throws IOException {
    try {
      new SiteRendering(context, true, "", Set.of()).build(folder, null);
      return List.of();
    } catch (ContentException e) {
      return String.valueOf(e.getMessage()).lines().toList();
    }
  }

  private final class Printer implements ExerciseVerification.Listener {

    @Override
    public void folder(Exercise found, List<String> defects) {
      spec.commandLine().getOut().println(found.id() + " " + found.title());
      line("files, page and hints", "", defects);
    }

    @Override
    public void fixture(VerifiedFixture one) {
      SubmissionResult result = one.result();
      if (one.isGraded()) {
        String points = Points.of(result.points(), result.maxPoints());
        line(one.fixture().name(), points, one.defects());
      } else {
        String why = ": not graded: " + result.message();
        spec.commandLine().getOut().println("  ! " + one.fixture().name() + why);
      }
    }
  }

  private void line(String what, String found, List<String> wrong) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        String.format(Locale.ROOT, "  %s %-32s %s", wrong.isEmpty() ? "✔" : "✘", what, found)
            .stripTrailing());
    wrong.forEach(defect -> out.println("      " + defect));
    out.flush();
  }

  private static String summary(int defects, int notGraded) {
    if (defects == 0 && notGraded == 0) {
      return "ready to hand out";
    }
    return Counted.of(defects, "defect")
        + (notGraded == 0 ? "" : ", " + notGraded + " " + Verdict.NOT_GRADED.words());
  }

  private static String name(VerifiedFixture one) {
    return one.exercise().id() + " " + one.fixture().name();
  }

  private static String seconds(VerifiedFixture one) {
    return String.format(Locale.ROOT, "%6.1f s", one.duration().toMillis() / 1000.0);
  }
}
