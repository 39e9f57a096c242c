package dev.drydock.site.results;

import dev.drydock.Points;
import dev.drydock.exercise.Exercise;
import dev.drydock.grade.CheckResult;
import dev.drydock.grade.SubmissionResult;
import dev.drydock.grade.SubmissionResult.State;
import dev.drydock.report.html.Markup;
import dev.drydock.report.html.ResultViews;
import dev.drydock.report.html.Templates;
import dev.drydock.report.html.Texts;
import dev.drydock.site.model.Heading;
import dev.drydock.site.model.Link;
import dev.drydock.site.model.Links;
import dev.drydock.site.model.Page;
import dev.drydock.site.model.Workbook;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Result pages for one audience. */
public final class ResultPages {

  private static final Link HOME = new Link("index.html", "Home");
  private static final Link RESULTS = new Link("results/index.html", "Results");
  private static final Link SIMILARITY =
      new Link("results/similarity.html", "Dockerfiles that are alike");
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String MARKS = "results/marks.csv";

  private final Workbook workbook;
  private final ClassResults results;
  private final Templates templates;
  private final Audience audience;
  private final @Nullable ClassReports reports;
  private final Leaderboards boards;
  private final List<Exercise> exercises;
  private final Set<String> checkPages;
  private final Map<String, long[]> passedSizes;

  private ResultPages(
      Workbook workbook,
      ClassResults results,
      Templates templates,
      Audience audience,
      @Nullable ClassReports reports) {
    this.workbook = workbook;
    this.results = results;
    this.templates = templates;
    this.audience = audience;
    this.reports = reports;
    this.boards = new Leaderboards(results);
    this.exercises =
        workbook.exercises().stream().filter(e -> !results.results(e.id()).isEmpty()).toList();
    this.passedSizes =
        exercises.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Exercise::id, e -> passedSizes(results.results(e.id()))));
    this.checkPages =
        workbook.checks().stream()
            .map(check -> Links.check(check.id()))
            .collect(Collectors.toUnmodifiableSet());
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

  /** One cell of the table: state as symbol and word. */
  public record Cell(String state, String symbol, String word, String points, String href) {}

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

  /**
   * One attempt, as its student reads it.
   *
   * @param at day and time, in UTC
   * @param note how it came about, where not by grading
   */
  public record Tried(String at, Cell cell, String note) {}

  /** Entries of the navigation. */
  public List<Link> links() {
    List<Link> links = new ArrayList<>(List.of(new Link(RESULTS.path(), "Overview")));
    exercises.forEach(e -> links.add(new Link(path(e), e.id() + " " + e.title())));
    return links;
  }

  public List<Page> pages() {
    List<Page> pages = new ArrayList<>();
    pages.add(overview());
    exercises.forEach(exercise -> pages.add(exercisePage(exercise)));
    results.students().forEach(student -> pages.addAll(studentPages(student)));
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
    return page(
        SIMILARITY.path(),
        SIMILARITY.title(),
        "What is alike, and not why.",
        List.of(HOME, RESULTS),
        List.of(),
        "results-similarity.ftl",
        () -> Map.of("text", of.similarity()),
        Page.Access.UNLISTED);
  }

  private static String path(Exercise exercise) {
    return "results/" + exercise.folderName() + ".html";
  }

  private static String studentPath(ClassResults.Identity identity, String name) {
    return "students/" + identity.address() + "/" + name + ".html";
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
    return page(
        RESULTS.path(),
        "Results",
        rows.size() + " students, " + columns.size() + " exercises.",
        List.of(HOME),
        List.of(),
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
        cells.add(new Cell("none", "·", "nothing", "", ""));
      } else {
        passed += result.passed() ? 1 : 0;
        cells.add(cell(result, href(student, exercise)));
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
    return "../" + studentPath(results.identity(student), name);
  }

  private static Cell cell(SubmissionResult result, String href) {
    String points =
        result.state() == State.NOT_GRADED
            ? ""
            : Points.shown(result.points()) + "/" + Points.shown(result.maxPoints());
    return cell(result.state(), result.passed(), points, href);
  }

  private static Cell cell(State state, boolean passed, String points, String href) {
    return switch (state) {
      case GRADED ->
          passed
              ? new Cell("pass", "✔", "passed", points, href)
              : new Cell("fail", "✘", "not yet", points, href);
      case NOT_GRADABLE -> new Cell("fail", "⊘", "not gradable", points, href);
      case NOT_GRADED -> new Cell("error", "!", "not graded", points, href);
    };
  }

  private Page exercisePage(Exercise exercise) {
    List<SubmissionResult> of = results.results(exercise.id());
    Map<String, Object> model = new HashMap<>();
    model.put("stats", ExerciseStatistics.of(workbook, exercise, of));
    model.put("fewest", ExerciseStatistics.FEWEST);
    model.put("named", audience == Audience.INSTRUCTOR);
    model.put("entries", audience == Audience.INSTRUCTOR ? entries(exercise, of) : List.of());
    model.put("board", boards.lightest(of));
    model.put("exercise", exercise.id());
    return page(
        path(exercise),
        "Results of " + exercise.id() + " " + exercise.title(),
        of.size() + " submissions.",
        List.of(HOME, RESULTS),
        List.of(),
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
              cell(result, ""),
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

  private List<Page> studentPages(String student) {
    ClassResults.Identity identity = results.identity(student);
    List<Page> pages = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    List<Link> titles = new ArrayList<>();
    for (Exercise exercise : exercises) {
      results
          .result(student, exercise.id())
          .ifPresent(
              result -> {
                pages.add(resultPage(student, exercise, result));
                cells.add(cell(result, exercise.folderName() + ".html"));
                titles.add(new Link("", exercise.id() + " " + exercise.title()));
              });
    }
    Map<String, Object> model = new HashMap<>();
    model.put("cells", cells);
    model.put("titles", titles);
    model.put("pseudonym", identity.pseudonym());
    pages.add(
        page(
            studentPath(identity, "index"),
            Texts.visible(student),
            "Results of one student.",
            crumbs(),
            List.of(),
            "student.ftl",
            () -> model,
            audience.studentAccess()));
    return pages;
  }

  private List<Link> crumbs() {
    return audience == Audience.INSTRUCTOR ? List.of(HOME, RESULTS) : List.of();
  }

  private Page resultPage(String student, Exercise exercise, SubmissionResult result) {
    ClassResults.Identity identity = results.identity(student);
    String path = studentPath(identity, exercise.folderName());
    String root = Page.root(path);
    ResultViews views =
        new ResultViews(exercise.title(), link -> checkPages.contains(link) ? root + link : "");
    List<Link> crumbs = new ArrayList<>(crumbs());
    crumbs.add(new Link(studentPath(identity, "index"), Texts.visible(student)));
    return page(
        path,
        exercise.id() + " " + exercise.title(),
        "One submission.",
        crumbs,
        List.of(),
        "student-result.ftl",
        () ->
            Map.of(
                "result", views.view(result),
                "student", Texts.visible(student),
                "rank", rank(exercise, result),
                "attempts", tried(results.attempts(student, exercise.id())),
                "page", root + "exercises/" + exercise.folderName() + ".html"),
        audience.studentAccess());
  }

  /** Latest first. */
  private static List<Tried> tried(List<Attempt> attempts) {
    List<Tried> tried = new ArrayList<>();
    for (Attempt attempt : attempts) {
      String points = attempt.state() == State.NOT_GRADED ? "" : Points.shown(attempt.points());
      Cell cell = cell(attempt.state(), attempt.passed(), points, "");
      tried.add(
          0,
          new Tried(
              DAY_AND_TIME.format(attempt.at()), cell, attempt.again() ? "judged again" : ""));
    }
    return tried;
  }

  private String rank(Exercise exercise, SubmissionResult result) {
    long[] sizes = passedSizes.getOrDefault(exercise.id(), new long[0]);
    if (!result.passed() || TotalSize.of(result) < 0 || sizes.length < ExerciseStatistics.FEWEST) {
      return "";
    }
    long size = TotalSize.of(result);
    long lighter = Arrays.stream(sizes).filter(other -> other < size).count();
    return "Number " + (lighter + 1) + " by weight among " + sizes.length + " that passed.";
  }

  private static long[] passedSizes(List<SubmissionResult> results) {
    return results.stream()
        .filter(result -> result.passed() && TotalSize.of(result) >= 0)
        .mapToLong(TotalSize::of)
        .toArray();
  }

  /** Keeps a server that lists folders from listing everybody's addresses. */
  private Page nothingHere() {
    return page(
        "students/index.html",
        "Nothing to see here",
        "Pages of students have addresses of their own.",
        List.of(HOME),
        List.of(),
        "nothing.ftl",
        Map::of,
        Page.Access.SECRET);
  }

  private Page page(
      String path,
      String title,
      String description,
      List<Link> crumbs,
      List<Heading> contents,
      String template,
      Supplier<Map<String, ?>> model,
      Page.Access access) {
    return new Page(
        path,
        title,
        description,
        "results",
        crumbs,
        null,
        null,
        contents,
        () -> body(path, template, model.get()),
        access);
  }

  private Markup body(String path, String template, Map<String, ?> model) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("root", Page.root(path));
    return new Markup(templates.render(template, all));
  }
}
