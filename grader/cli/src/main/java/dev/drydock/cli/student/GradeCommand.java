package dev.drydock.cli.student;

import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ExitCode;
import dev.drydock.cli.call.ProgressLine;
import dev.drydock.cli.call.UsageException;
import dev.drydock.engine.host.Progress;
import dev.drydock.exercise.Exercise;
import dev.drydock.files.WholeFile;
import dev.drydock.pipeline.GradedSubmission;
import dev.drydock.pipeline.Grader;
import dev.drydock.pipeline.ShutdownHook;
import dev.drydock.report.ConsoleReport;
import dev.drydock.report.ResultJson;
import dev.drydock.report.ci.JUnitXml;
import dev.drydock.report.ci.Reported;
import dev.drydock.report.ci.Sarif;
import dev.drydock.report.html.HtmlReport;
import dev.drydock.verdict.SubmissionResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Grades one submission. */
@Command(
    name = "grade",
    description = "Grade one submission: build it, run it, judge it.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class GradeCommand implements Callable<Integer> {

  private final CliContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "EXERCISE", description = "Id (3.9) or folder.")
  private String exercise = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "DIR",
      description = "The submission: a folder or an archive; the exercise's own folder by default.")
  private @Nullable Path submission;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write result.json to FILE; - for standard output, with nothing else on it.")
  private @Nullable String json;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Write JUnit XML to FILE, for CI test reports.")
  private @Nullable Path junit;

  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      description = "Write SARIF to FILE, for a code host to annotate the Dockerfile.")
  private @Nullable Path sarif;

  @Option(names = "--html", paramLabel = "DIR", description = "Write an HTML report to DIR.")
  private @Nullable Path html;

  @Option(
      names = "--builder",
      defaultValue = "auto",
      description = "auto, buildkit or classic; auto uses BuildKit where it works.")
  private String builder = "auto";

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress.")
  private boolean quiet;

  public GradeCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Exercise found = context.catalogue().find(exercise);
    Path source = submission == null ? found.folder() : submission;
    if (!Files.exists(source)) {
      throw new UsageException("no such folder: " + source);
    }
    if (!builder.matches("auto|buildkit|classic")) {
      throw new UsageException("--builder " + builder + ": expected auto, buildkit or classic");
    }
    GradedSubmission graded = grade(found, source);
    SubmissionResult result = graded.result();
    Path page = html;
    if (page != null) {
      HtmlReport.write(result, page, new HtmlReport.Options(found.title(), null));
    }
    List<Reported> reported =
        List.of(Reported.of("exercise " + found.id(), found.id(), folder(source), result));
    if (junit != null) {
      WholeFile.write(junit, JUnitXml.write(reported));
    }
    if (sarif != null) {
      WholeFile.write(sarif, Sarif.write(reported));
    }
    print(found, result);
    return ExitCode.of(result);
  }

  /**
   * The submission's path relative to the working directory, by which a code host knows its files.
   */
  private static String folder(Path source) {
    Path here = Path.of("").toAbsolutePath();
    Path folder = source.toAbsolutePath().normalize();
    return folder.startsWith(here) ? here.relativize(folder).toString().replace('\\', '/') : "";
  }

  private GradedSubmission grade(Exercise found, Path source) {
    PrintWriter err = spec.commandLine().getErr();
    try (Grader grader = new Grader(context.course(), context.home(), builder);
        ShutdownHook stop = ShutdownHook.closes(grader, err::println);
        ProgressLine progress =
            new ProgressLine(err, context.isTerminal("err"), context.style().width())) {
      return grader.grade(found, source, quiet ? Progress.NONE : progress);
    }
  }

  private void print(Exercise found, SubmissionResult result) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    String target = json;
    if ("-".equals(target)) {
      out.print(ResultJson.write(result));
      out.flush();
      return;
    }
    out.print(ConsoleReport.render(result, found.title(), context.style()));
    out.flush();
    if (target != null) {
      WholeFile.write(Path.of(target), ResultJson.write(result));
    }
  }
}
