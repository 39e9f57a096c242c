package dev.drydock.site.results;

import dev.drydock.exercise.Exercise;
import dev.drydock.report.html.Templates;
import dev.drydock.report.html.Texts;
import dev.drydock.site.model.Link;
import dev.drydock.site.model.Page;
import dev.drydock.site.model.Workbook;
import dev.drydock.text.Counted;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Result pages for one audience. */
public final class ResultPages {

  private static final Link SIMILARITY =
      new Link("results/similarity.html", "Dockerfiles that are alike");
  private static final String MARKS = "results/marks.csv";

  private final Workbook workbook;
  private final ClassResults results;
  private final ResultTemplates templates;
  private final Audience audience;
  private final @Nullable ClassReports reports;
  private final Leaderboards boards;
  private final List<Exercise> exercises;
  private final StudentPages students;

  private ResultPages(
      Workbook workbook,
      ClassResults results,
      Templates templates,
      Audience audience,
      @Nullable ClassReports reports) {
    this.workbook = workbook;
    this.results = results;
    this.templates = new ResultTemplates(templates);
    this.audience = audience;
    this.reports = reports;
    this.boards = new Leaderboards(results);
    this.exercises =
        workbook.exercises().stream().filter(e -> !results.results(e.id()).isEmpty()).toList();
    this.students =
        new StudentPages(results, exercises, workbook.checks(), audience, this.templates);
  }

  /** Pages for the public site: pseudonyms, and every student's own pages. */
  public static ResultPages forEverybody(
      Workbook workbook, ClassResults results, Templates templates) {
    return new ResultPages(workbook, results, templates, Audience.EVERYBODY, null);
  }

  /** Pages with names, for an output of their own. */
  public static ResultPages forInstructor(
      Workbook workbook,
      ClassResults results,
      Templates templates,
      @Nullable ClassReports reports) {
    return new ResultPages(workbook, results, templates, Audience.INSTRUCTOR, reports);
  }

  /** One student of the table. */
  public record Row(String name, String href, int passed, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** One exercise of the table. */
  public record Column(String id, String title, String href, int passed, int results) {}

  /**
   * One submission in the instructor's list of an exercise.
   *
   * @param words why it was not graded, or its first failure
   */
  public record Entry(String name, String href, Cell cell, String size, List<Texts.Span> words) {
    public Entry {
      words = List.copyOf(words);
    }
  }

  /** Entries of the navigation. */
  public List<Link> links() {
    List<Link> links =
        new ArrayList<>(List.of(new Link(ResultTemplates.RESULTS.path(), "Overview")));
    exercises.forEach(e -> links.add(new Link(path(e), e.id() + " " + e.title())));
    return links;
  }

  public List<Page> pages() {
    List<Page> pages = new ArrayList<>();
    pages.add(overview());
    exercises.forEach(exercise -> pages.add(exercisePage(exercise)));
    results.students().forEach(student -> pages.addAll(students.of(student)));
    if (audience == Audience.EVERYBODY) {
      pages.add(nothingHere());
    }
    if (reports != null) {
      pages.add(similarity(reports));
    }
    return pages;
  }

  /** What pages link to and is no page, by path. */
  public Map<String, String> files() {
    return reports == null ? Map.of() : Map.of(MARKS, reports.marks());
  }

  private Page similarity(ClassReports of) {
    return templates.page(
        SIMILARITY.path(),
        SIMILARITY.title(),
        "What is alike, and not why.",
        List.of(ResultTemplates.HOME, ResultTemplates.RESULTS),
        "results-similarity.ftl",
        () -> Map.of("text", of.similarity()),
        Page.Access.UNLISTED);
  }

  private static String path(Exercise exercise) {
    return "results/" + exercise.folderName() + ".html";
  }

  private Page overview() {
    List<Row> rows =
        results.students().stream().map(this::row).sorted(Comparator.comparing(Row::name)).toList();
    List<Column> columns =
        exercises.stream()
            .map(
                e -> {
                  List<SubmissionResult> of = results.results(e.id());
                  int passed = (int) of.stream().filter(SubmissionResult::passed).count();
                  return new Column(e.id(), e.title(), "../" + path(e), passed, of.size());
                })
            .toList();
    Map<String, Object> model = new HashMap<>();
    model.put("rows", rows);
    model.put("columns", columns);
    model.put("named", audience == Audience.INSTRUCTOR);
    model.put("reductions", boards.reductions());
    model.put("similarity", "../" + SIMILARITY.path());
    model.put("marks", reports == null ? "" : "../" + MARKS);
    return templates.page(
        ResultTemplates.RESULTS.path(),
        "Results",
        Counted.of(rows.size(), "student") + ", " + Counted.of(columns.size(), "exercise") + ".",
        List.of(ResultTemplates.HOME),
        "results-overview.ftl",
        () -> model,
        Page.Access.UNLISTED);
  }

  private Row row(String student) {
    List<Cell> cells = new ArrayList<>();
    int passed = 0;
    for (Exercise exercise : exercises) {
      SubmissionResult result = results.result(student, exercise.id()).orElse(null);
      if (result == null) {
        cells.add(Cell.NOTHING);
      } else {
        passed += result.passed() ? 1 : 0;
        cells.add(Cell.of(result, results.assessment(result), href(student, exercise)));
      }
    }
    String name = Texts.visible(audience.nameOf(student, results));
    return new Row(name, href(student, null), passed, cells);
  }

  /** From a page one folder below the root; empty where the audience has no such link. */
  private String href(String student, @Nullable Exercise exercise) {
    if (audience == Audience.EVERYBODY) {
      return "";
    }
    String name = exercise == null ? "index" : exercise.folderName();
    return "../" + StudentPages.path(results.identity(student), name);
  }

  private Page exercisePage(Exercise exercise) {
    List<SubmissionResult> of = results.results(exercise.id());
    Map<String, Object> model = new HashMap<>();
    model.put("stats", ExerciseStatistics.of(workbook, exercise, of));
    model.put("fewest", ExerciseStatistics.FEWEST);
    model.put(
        "words",
        Map.of(
            "passed", Verdict.PASSED.brief(),
            "failed", Verdict.NOT_PASSED.brief(),
            "notGradable", Verdict.NOT_GRADABLE.brief(),
            "notGraded", Verdict.NOT_GRADED.brief()));
    model.put("named", audience == Audience.INSTRUCTOR);
    model.put("entries", audience == Audience.INSTRUCTOR ? entries(exercise, of) : List.of());
    boolean comparable = !exercise.takesOwnProjects();
    model.put("lightest", comparable ? boards.lightest(of) : List.of());
    model.put("reductions", comparable ? List.of() : boards.reductions(of));
    model.put("exercise", exercise.id());
    return templates.page(
        path(exercise),
        "Results of " + exercise.id() + " " + exercise.title(),
        Counted.of(of.size(), "submission") + ".",
        List.of(ResultTemplates.HOME, ResultTemplates.RESULTS),
        "results-exercise.ftl",
        () -> model,
        Page.Access.UNLISTED);
  }

  private List<Entry> entries(Exercise exercise, List<SubmissionResult> of) {
    List<Entry> entries = new ArrayList<>();
    for (SubmissionResult result : of) {
      String student = ClassResults.student(result);
      String message = result.message();
      entries.add(
          new Entry(
              Texts.visible(student),
              href(student, exercise),
              Cell.of(result, results.assessment(result), ""),
              TotalSize.shown(result),
              Texts.spans(message == null ? firstFailure(result) : message)));
    }
    return entries;
  }

  private static String firstFailure(SubmissionResult result) {
    return result.images().stream()
        .flatMap(image -> image.checks().stream())
        .filter(check -> check.required() && check.outcome() == CheckResult.Result.FAIL)
        .findFirst()
        .map(check -> check.id() + " " + check.title())
        .orElse("");
  }

  /** Keeps a server that lists folders from listing everybody's addresses. */
  private Page nothingHere() {
    return templates.page(
        "students/index.html",
        "Nothing to see here",
        "Each student's pages have their own address.",
        List.of(ResultTemplates.HOME),
        "nothing.ftl",
        Map::of,
        Page.Access.SECRET);
  }
}
