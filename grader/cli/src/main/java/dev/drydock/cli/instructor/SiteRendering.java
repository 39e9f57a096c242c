package dev.drydock.cli.instructor;

import dev.drydock.batch.entry.EntryId;
import dev.drydock.batch.entry.Selection;
import dev.drydock.batch.export.ExportOptions;
import dev.drydock.batch.export.Format;
import dev.drydock.batch.judge.Overrides;
import dev.drydock.batch.store.RunFolder;
import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.UsageException;
import dev.drydock.exercise.Exercise;
import dev.drydock.pipeline.CourseSecret;
import dev.drydock.report.ResultJson;
import dev.drydock.site.SiteBuilder;
import dev.drydock.site.SiteSummary;
import dev.drydock.site.model.CheckInfos;
import dev.drydock.site.model.Content;
import dev.drydock.site.model.SiteOptions;
import dev.drydock.site.model.Workbook;
import dev.drydock.site.results.Assessment;
import dev.drydock.site.results.ClassReports;
import dev.drydock.site.results.ClassResults;
import dev.drydock.submission.classes.GitCommitTime;
import dev.drydock.verdict.SubmissionResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The current course as a site, with the results of a run. */
public final class SiteRendering {

  private final CliContext context;
  private final boolean solutions;
  private final String address;
  private final Set<String> board;

  /**
   * @param solutions include every reference, whatever the course's dates say
   * @param address where it will be served, empty when unknown
   * @param board students who asked to be on the leaderboards
   */
  public SiteRendering(CliContext context, boolean solutions, String address, Set<String> board) {
    this.context = context;
    this.solutions = solutions;
    this.address = address;
    this.board = Set.copyOf(board);
  }

  /**
   * What a run found, read once for both sites.
   *
   * @param marks null for a folder of bare results, without what a batch keeps beside them
   */
  record Run(ClassResults results, @Nullable RunMarks marks) {

    /** Overrides for students the run does not have, a sentence each. */
    List<String> strangers() {
      return marks == null ? List.of() : marks.strangers();
    }
  }

  Run open(Path run) throws IOException {
    boolean ofABatch = Files.isRegularFile(run.resolve(RunFolder.MANIFEST));
    RunMarks marks = ofABatch ? new RunMarks(context, run, Selection.ALL) : null;
    return new Run(results(run, marks), marks);
  }

  /** The public site; with results it shows pseudonyms, and each student's own page. */
  public SiteSummary build(Path out, @Nullable Run run) throws IOException {
    return builder().build(out, run == null ? null : run.results());
  }

  /** The instructor's site, with names. */
  SiteSummary buildOverview(Path out, Run run) throws IOException {
    RunMarks marks = run.marks();
    ClassReports reports =
        marks == null
            ? null
            : new ClassReports(text(marks, Format.CSV), text(marks, Format.SIMILARITY));
    return builder().buildOverview(out, run.results(), reports);
  }

  private static String text(RunMarks marks, Format format) {
    return marks.export(format, ExportOptions.NONE).files().get(0).text();
  }

  /** Folders and files the site is built from, whether or not they exist yet. */
  List<Path> sources(@Nullable Path run) {
    Stream<Path> course =
        Stream.of(context.courseFolder().resolve("exercises"), texts(), figures());
    Stream<Path> found =
        Stream.ofNullable(run)
            .flatMap(of -> Stream.of(of.resolve("results"), of.resolve(Overrides.FILE)));
    return Stream.concat(course, found).toList();
  }

  private Path texts() {
    return context.courseFolder().resolve("site").resolve("content");
  }

  private Path figures() {
    return context.courseFolder().resolve("site").resolve("figures");
  }

  private SiteBuilder builder() {
    Path home = context.courseFolder();
    Path texts = texts();
    Content content = Files.isDirectory(texts) ? Content.of(texts) : Content.bundled();
    List<Exercise> exercises = context.catalogue().all();
    Path references = home.resolve("solutions");
    Path figures = figures();
    Workbook workbook =
        new Workbook(
            "Drydock",
            exercises,
            CheckInfos.all(),
            content,
            Files.isDirectory(figures) ? figures : null,
            Files.isDirectory(references) ? references : null);
    Set<String> released =
        solutions
            ? exercises.stream().map(Exercise::id).collect(Collectors.toUnmodifiableSet())
            : SiteOptions.released(context.course(), exercises, Clock.systemUTC());
    LocalDate updated =
        GitCommitTime.of(home).map(time -> LocalDate.ofInstant(time, ZoneOffset.UTC)).orElse(null);
    return new SiteBuilder(workbook, new SiteOptions(released, updated, address));
  }

  private ClassResults results(Path run, @Nullable RunMarks marks) throws IOException {
    Map<EntryId, Assessment> beside = marks == null ? Map.of() : marks.assessments();
    ClassResults all =
        new ClassResults(
            marks == null ? resultsIn(run) : marks.results(),
            CourseSecret.of(context.home()),
            run.resolve("addresses.tsv"),
            board,
            result -> beside.getOrDefault(id(result), Assessment.NONE));
    board.stream()
        .filter(student -> !all.students().contains(student))
        .sorted()
        .findFirst()
        .ifPresent(
            student -> {
              throw new UsageException("--board: '" + student + "' is not in " + run);
            });
    return all;
  }

  private static EntryId id(SubmissionResult result) {
    return new EntryId(String.valueOf(result.student()), result.exercise());
  }

  private static List<SubmissionResult> resultsIn(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run.resolve("results"), 3)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .toList()
          .parallelStream()
          .map(SiteRendering::read)
          .toList();
    }
  }

  private static SubmissionResult read(Path file) {
    try {
      return ResultJson.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
