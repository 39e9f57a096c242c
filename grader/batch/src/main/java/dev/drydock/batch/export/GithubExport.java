package dev.drydock.batch.export;

import dev.drydock.batch.judge.Mark;
import dev.drydock.json.Json;
import dev.drydock.report.ci.CheckSentences;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.CheckResult.Result;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.SubmissionResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What an autograding runner passes to the GitHub Actions reporter: base64 JSON, one per
 * submission. Every score is a number, and they add up to the points.
 *
 * <pre>{@code
 * {"version": 1, "status": "fail", "max_score": 20.0,
 *  "tests": [{"name": "I01 Small enough", "status": "fail", "score": 2.0, "message": "…",
 *             "test_code": "", "filename": "backend/Dockerfile", "line_no": 11, "duration": 0}]}
 * }</pre>
 */
final class GithubExport {

  private GithubExport() {}

  static Exported render(List<Mark> marks) {
    List<Exported.File> files = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (Mark mark : marks) {
      mark.points()
          .ifPresentOrElse(
              points -> files.add(new Exported.File(mark.path() + ".txt", text(mark, points))),
              () -> warnings.add(Exported.leftOut(mark)));
    }
    return new Exported(files, warnings);
  }

  private static String text(Mark mark, double points) {
    SubmissionResult result = mark.result();
    List<Test> tests = new ArrayList<>();
    for (ImageResult image : result.images()) {
      for (CheckResult check : CheckSentences.graded(image)) {
        tests.add(test(result, image, check));
      }
    }
    double sum = round(tests.stream().mapToDouble(Test::score).sum());
    if (result.state() == SubmissionResult.State.NOT_GRADABLE) {
      tests.add(new Test("Submission", "error", 0, Said.summary(mark), "", "", 0, 0));
    }
    if (round(points - sum) != 0) {
      String why = mark.isOverridden() ? "Set by the instructor" : "Points";
      tests.add(
          new Test(
              why, "pass", round(points - sum), CheckSentences.text(mark.comment()), "", "", 0, 0));
    }
    String status = result.passed() ? "pass" : "fail";
    String json = Json.write(new Run(1, status, result.maxPoints(), tests));
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)) + "\n";
  }

  private static double round(double points) {
    return Math.round(points * 100) / 100.0;
  }

  private static Test test(SubmissionResult result, ImageResult image, CheckResult check) {
    Integer line = check.line();
    return new Test(
        CheckSentences.text(Said.name(result, image, check)),
        status(check.outcome()),
        check.points(),
        CheckSentences.details(check),
        "",
        CheckSentences.text(image.dockerfile().path()),
        line == null ? 0 : line,
        0);
  }

  private static String status(Result outcome) {
    return switch (outcome) {
      case PASS, NOT_APPLICABLE -> "pass";
      case FAIL, BLOCKED -> "fail";
      case ERROR -> "error";
    };
  }

  private record Run(int version, String status, double max_score, List<Test> tests) {}

  private record Test(
      String name,
      String status,
      double score,
      String message,
      String test_code,
      String filename,
      int line_no,
      double duration) {}
}
