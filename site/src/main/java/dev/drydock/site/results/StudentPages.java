package dev.drydock.site.results;

import dev.drydock.exercise.Exercise;
import dev.drydock.report.html.ResultViews;
import dev.drydock.report.html.Texts;
import dev.drydock.site.model.CheckInfo;
import dev.drydock.site.model.Link;
import dev.drydock.site.model.Links;
import dev.drydock.site.model.Page;
import dev.drydock.text.Points;
import dev.drydock.verdict.SubmissionResult;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Each student's own pages: one of all exercises, and one for each. */
final class StudentPages {

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final ClassResults results;
  private final List<Exercise> exercises;
  private final Audience audience;
  private final ResultTemplates templates;
  private final Set<String> checkPages;
  private final Map<String, long[]> passedSizes;

  /**
   * @param exercises that somebody handed in
   */
  StudentPages(
      ClassResults results,
      List<Exercise> exercises,
      List<CheckInfo> checks,
      Audience audience,
      ResultTemplates templates) {
    this.results = results;
    this.exercises = exercises;
    this.audience = audience;
    this.templates = templates;
    this.checkPages =
        checks.stream()
            .map(check -> Links.check(check.id()))
            .collect(Collectors.toUnmodifiableSet());
    this.passedSizes =
        exercises.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Exercise::id, e -> passedSizes(results.results(e.id()))));
  }

  /**
   * One attempt, as its student reads it.
   *
   * @param at day and time, in UTC
   */
  public record Tried(String at, Cell cell) {}

  /** Of a student: of all exercises, or of one. */
  static String path(ClassResults.Identity identity, String name) {
    return "students/" + identity.address() + "/" + name + ".html";
  }

  List<Page> of(String student) {
    ClassResults.Identity identity = results.identity(student);
    List<Page> pages = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    List<Link> titles = new ArrayList<>();
    for (Exercise exercise : exercises) {
      results
          .result(student, exercise.id())
          .ifPresent(
              result -> {
                pages.add(one(student, exercise, result));
                cells.add(
                    Cell.of(result, results.assessment(result), exercise.folderName() + ".html"));
                titles.add(new Link("", exercise.id() + " " + exercise.title()));
              });
    }
    Map<String, Object> model = new HashMap<>();
    model.put("cells", cells);
    model.put("titles", titles);
    model.put("pseudonym", identity.pseudonym());
    pages.add(
        templates.page(
            path(identity, "index"),
            Texts.visible(student),
            "Results of one student.",
            crumbs(),
            "student.ftl",
            () -> model,
            audience.studentAccess()));
    return pages;
  }

  private List<Link> crumbs() {
    return audience == Audience.INSTRUCTOR
        ? List.of(ResultTemplates.HOME, ResultTemplates.RESULTS)
        : List.of();
  }

  private Page one(String student, Exercise exercise, SubmissionResult result) {
    ClassResults.Identity identity = results.identity(student);
    String path = path(identity, exercise.folderName());
    String root = Page.root(path);
    ResultViews views =
        new ResultViews(exercise.title(), link -> checkPages.contains(link) ? root + link : "");
    List<Link> crumbs = new ArrayList<>(crumbs());
    crumbs.add(new Link(path(identity, "index"), Texts.visible(student)));
    return templates.page(
        path,
        exercise.id() + " " + exercise.title(),
        "One submission.",
        crumbs,
        "student-result.ftl",
        () -> {
          Assessment assessment = results.assessment(result);
          return Map.of(
              "result", views.view(result),
              "student", Texts.visible(student),
              "rank", rank(exercise, result),
              "points", pointsSet(assessment, result),
              "notes", assessment.notes().stream().map(Texts::visible).toList(),
              "attempts", tried(assessment.attempts()),
              "page", root + "exercises/" + exercise.folderName() + ".html");
        },
        audience.studentAccess());
  }

  private static String pointsSet(Assessment assessment, SubmissionResult result) {
    Double points = assessment.points();
    return points == null ? "" : Points.of(points, result.maxPoints());
  }

  /** Latest first. */
  private static List<Tried> tried(List<Attempt> attempts) {
    List<Tried> tried = new ArrayList<>();
    for (Attempt attempt : attempts) {
      tried.add(0, new Tried(DAY_AND_TIME.format(attempt.at()), Cell.of(attempt)));
    }
    return tried;
  }

  private String rank(Exercise exercise, SubmissionResult result) {
    long[] sizes = passedSizes.getOrDefault(exercise.id(), new long[0]);
    boolean ranked = result.passed() && TotalSize.of(result) >= 0 && !exercise.takesOwnProjects();
    if (!ranked || sizes.length < ExerciseStatistics.FEWEST) {
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
}
