package dev.drydock.batch.export;

import dev.drydock.batch.entry.EntryId;
import dev.drydock.batch.judge.Mark;
import dev.drydock.batch.judge.Overrides;
import dev.drydock.batch.store.EntryRecord.Attempt;
import dev.drydock.batch.store.FileNames;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.CheckResult.Result;
import dev.drydock.verdict.GradingEnvironment;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.ImageResult.DockerfileText;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Marks for the tests of exports: 17.5 of 20 points unless said otherwise. */
final class MarkFixture {

  static final List<String> HOSTILE =
      List.of(
          "Doe, Jane",
          "O\"Brien",
          "=cmd|'/c calc'!A1",
          "+49 1",
          "-1+1",
          "@SUM(A1)",
          "\t=1+1",
          " =1+1",
          "\u202Eecila",
          "محمد بن سلمان",
          "x".repeat(300),
          "a\r\nb",
          "<script>alert(1)</script>&amp;",
          "\u001B[31mred\u0000\uFFFE",
          "\uD83D\uDC33 whale",
          "..");

  private static final GradingEnvironment ENVIRONMENT =
      new GradingEnvironment("1.0.0", "abc", "28.5.2", "buildkit", "overlay2", List.of());

  private static final Instant GRADED_AT = Instant.parse("2026-03-02T08:00:00Z");

  private MarkFixture() {}

  static Mark graded(String student) {
    return mark(student, "3.9", result(student, State.GRADED, 17.5, null, text(student)), null);
  }

  static Mark graded(String student, String exercise, double points) {
    return mark(student, exercise, result(student, State.GRADED, points, null, "message"), null);
  }

  static Mark notGraded(String student) {
    return mark(
        student, "3.9", result(student, State.NOT_GRADED, 0, "the engine is gone", ""), null);
  }

  static Mark notGradable(String student) {
    return mark(
        student, "3.9", result(student, State.NOT_GRADABLE, 0, "there is no Dockerfile", ""), null);
  }

  static Mark overridden(String student, Double points, String comment) {
    SubmissionResult result = result(student, State.GRADED, 17.5, null, "m");
    return mark(student, "3.9", result, new Overrides.Decision(points, comment));
  }

  static Mark mark(
      String student,
      String exercise,
      SubmissionResult result,
      Overrides.@Nullable Decision decision) {
    String path = new FileNames().of(student) + "/" + exercise;
    return new Mark(
        new EntryId(student, exercise),
        "Multi-stage, backend",
        path,
        result,
        decision,
        List.of(new Attempt(GRADED_AT, "graded", 4_200, State.GRADED, false, 17.5, false, null)),
        Instant.parse("2026-03-02T01:00:00Z"),
        false,
        Instant.parse("2026-03-01T23:00:00Z"));
  }

  /** A text that is as hostile as the name. */
  private static String text(String student) {
    return "Found " + student;
  }

  private static SubmissionResult result(
      String student, State state, double points, @Nullable String message, String found) {
    List<ImageResult> images = state == State.GRADED ? List.of(image(points, found)) : List.of();
    return new SubmissionResult(
        1,
        "3.9",
        student,
        state,
        false,
        points,
        20,
        List.of("pom.xml"),
        message,
        ENVIRONMENT,
        images,
        List.of());
  }

  private static ImageResult image(double points, String found) {
    return new ImageResult(
        "backend",
        6_400_000L,
        6_500_000L,
        3_000_000L,
        800_000_000L,
        List.of(),
        0L,
        List.of(
            check("R01", Result.PASS, points - 2, 17, true, null, ""),
            check("I01", Result.FAIL, 2, 3, true, 11, found),
            check("R05", Result.BLOCKED, 0, 0, true, null, "cannot be checked yet"),
            check("I14", Result.NOT_APPLICABLE, 0, 0, true, null, ""),
            check("D03", Result.FAIL, 0, 0, false, 2, "no digest")),
        new DockerfileText("back end/Dockerfile", "FROM scratch\n"),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static CheckResult check(
      String id,
      Result outcome,
      double points,
      double max,
      boolean required,
      @Nullable Integer line,
      String message) {
    return new CheckResult(
        id,
        "size.max",
        "Title of " + id,
        outcome,
        points,
        max,
        required,
        "It is asked for.",
        "6.40 MB",
        "",
        null,
        null,
        line,
        message,
        message.isEmpty() ? "" : "Do this.",
        "checks/" + id + ".html");
  }
}
