package dev.drydock.cli.author;

import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ExitCode;
import dev.drydock.cli.call.ProgressLine;
import dev.drydock.cli.call.UsageException;
import dev.drydock.cli.instructor.SiteRendering;
import dev.drydock.engine.host.Progress;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.Fixture;
import dev.drydock.exercise.Solutions;
import dev.drydock.pipeline.Grader;
import dev.drydock.pipeline.ShutdownHook;
import dev.drydock.site.model.ContentException;
import dev.drydock.text.Points;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.Verdict;
import dev.drydock.verify.FolderReview;
import dev.drydock.verify.Verdicts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
      "Whether exercises are fit to be handed out: the starter fails exactly what the exercise"
          + " declares, the reference passes with a margin, every near miss gets its verdict, samples"
          + " pass, and page, hints, links and files are in order."
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
      description = "Id (3.9) or folder; all of them by default.")
  private @Nullable String exercise;

  @Option(
      names = "--jobs",
      defaultValue = "2",
      paramLabel = "N",
      description = "How many are graded at once (2).")
  private int jobs = 2;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress.")
  private boolean quiet;

  private final List<Timed> times = new ArrayList<>();
  private int defects;
  private int notGraded;

  public VerifyCommand(CliContext context) {
    this.context = context;
  }

  private record Timed(String name, Duration duration) {}

  private record Got(Fixture fixture, SubmissionResult result, Duration duration) {}

  @Override
  public Integer call() throws IOException {
    if (jobs < 1 || jobs > 64) {
      throw new UsageException("--jobs " + jobs + ": expected a number from 1 to 64");
    }
    List<Solutions> all = chosen();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (Grader grader = new Grader(context.course(), context.home(), "auto");
        ShutdownHook stop = ShutdownHook.closes(grader, err::println);
        ProgressLine progress =
            new ProgressLine(err, context.isTerminal("err"), context.style().width())) {
      all.forEach(solutions -> verify(solutions, grader, quiet ? Progress.NONE : progress, out));
      links(grader.temporaryFolder(), out);
    }
    times.sort(Comparator.comparing(Timed::duration).reversed());
    out.println("\nslowest:");
    times.stream()
        .limit(SLOWEST)
        .forEach(one -> out.println("  " + seconds(one.duration()) + "  " + one.name()));
    out.println(summary());
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

  private void verify(Solutions solutions, Grader grader, Progress progress, PrintWriter out) {
    Exercise found = solutions.exercise();
    out.println(found.id() + " " + found.title());
    line(out, "files, page and hints", "", FolderReview.defects(solutions));
    ExecutorService workers = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<Got>> running =
          solutions.fixtures().stream()
              .map(fixture -> workers.submit(() -> grade(grader, found, fixture, progress)))
              .toList();
      for (Future<Got> one : running) {
        print(found, one.get(), out);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("grading ends as a result, whatever happens", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      workers.shutdownNow();
    }
  }

  private static Got grade(Grader grader, Exercise exercise, Fixture fixture, Progress progress) {
    long began = System.nanoTime();
    Progress named =
        (phase, detail) -> progress.at(phase, exercise.id() + " " + fixture.name() + ": " + detail);
    SubmissionResult result = grader.grade(exercise, fixture.source(), named).result();
    return new Got(fixture, result, Duration.ofNanos(System.nanoTime() - began));
  }

  private void print(Exercise found, Got got, PrintWriter out) {
    SubmissionResult result = got.result();
    times.add(new Timed(found.id() + " " + got.fixture().name(), got.duration()));
    if (result.state() == SubmissionResult.State.NOT_GRADED) {
      notGraded++;
      out.println(
          "  ! "
              + got.fixture().name()
              + ": "
              + Verdict.NOT_GRADED.words()
              + ": "
              + result.message());
      return;
    }
    String points =
        Points.shown(result.points()) + " of " + Points.shown(result.maxPoints()) + " points";
    line(out, got.fixture().name(), points, Verdicts.defects(got.fixture(), result));
  }

  private void line(PrintWriter out, String what, String found, List<String> wrong) {
    defects += wrong.size();
    out.println(
        String.format(Locale.ROOT, "  %s %-32s %s", wrong.isEmpty() ? "✔" : "✘", what, found)
            .stripTrailing());
    wrong.forEach(defect -> out.println("      " + defect));
    out.flush();
  }

  /** Links of pages, and of one page to another: the site finds the broken ones. */
  private void links(Path folder, PrintWriter out) throws IOException {
    List<String> wrong = new ArrayList<>();
    try {
      new SiteRendering(context, true, "", Set.of()).build(folder, null);
    } catch (ContentException e) {
      String.valueOf(e.getMessage()).lines().forEach(wrong::add);
    }
    line(out, "links of the whole workbook", "", wrong);
  }

  private String summary() {
    if (defects == 0 && notGraded == 0) {
      return "fit to be handed out";
    }
    return defects
        + " defects"
        + (notGraded == 0 ? "" : ", " + notGraded + " " + Verdict.NOT_GRADED.words());
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%6.1f s", duration.toMillis() / 1000.0);
  }
}
