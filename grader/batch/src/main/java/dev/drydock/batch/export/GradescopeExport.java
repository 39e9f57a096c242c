package dev.drydock.batch.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.drydock.batch.judge.Mark;
import dev.drydock.json.Json;
import dev.drydock.report.ci.CheckSentences;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.CheckResult.Result;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.SubmissionResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gradescope's {@code results.json}, one for each submission.
 *
 * <pre>{@code
 * {"score": 17.5, "execution_time": 4.2, "output": "…", "output_format": "text", "visibility": "visible",
 *  "tests": [{"name": "I01 Small enough", "score": 2.0, "max_score": 3.0, "status": "failed",
 *             "output": "…", "output_format": "text", "number": "1.1", "tags": ["I01"],
 *             "visibility": "visible"}],
 *  "leaderboard": [{"name": "Size of backend (MB)", "value": 6.4, "order": "asc"}],
 *  "extra_data": {"exercise": "3.9"}}
 * }</pre>
 *
 * The top-level score overrides the sum of the tests. A hidden test would hide the total, so none
 * is hidden.
 */
final class GradescopeExport {

  private static final String VISIBLE = "visible";
  private static final String TEXT = "text";

  private GradescopeExport() {}

  static Exported render(List<Mark> marks) {
    List<Exported.File> files = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (Mark mark : marks) {
      mark.points()
          .ifPresentOrElse(
              points -> files.add(new Exported.File(mark.path() + ".json", text(mark, points))),
              () -> warnings.add(Exported.leftOut(mark)));
    }
    return new Exported(files, warnings);
  }

  private static String text(Mark mark, double points) {
    SubmissionResult result = mark.result();
    List<Test> tests = new ArrayList<>();
    List<Leader> leaders = new ArrayList<>();
    for (int i = 0; i < result.images().size(); i++) {
      ImageResult image = result.images().get(i);
      int number = 0;
      for (CheckResult check : CheckSentences.graded(image)) {
        tests.add(test(result, image, check, (i + 1) + "." + ++number));
      }
      Long size = image.sizeBytes();
      if (size != null) {
        leaders.add(new Leader("Size of " + image.name() + " (MB)", megabytes(size), "asc"));
      }
    }
    Map<String, Object> extra = new LinkedHashMap<>();
    extra.put("exercise", result.exercise());
    extra.put("state", result.state());
    extra.put("passed", result.passed());
    extra.put("graderVersion", result.environment().graderVersion());
    extra.put("exerciseHash", result.environment().exerciseHash());
    return Json.write(
        new Results(
            points,
            mark.took().toMillis() / 1000.0,
            Said.summary(mark),
            TEXT,
            VISIBLE,
            tests,
            leaders,
            extra));
  }

  private static double megabytes(long bytes) {
    return Math.round(bytes / 10_000.0) / 100.0;
  }

  private static Test test(
      SubmissionResult result, ImageResult image, CheckResult check, String number) {
    boolean good = check.outcome() == Result.PASS || check.outcome() == Result.NOT_APPLICABLE;
    return new Test(
        CheckSentences.text(Said.name(result, image, check)),
        check.points(),
        check.maxPoints(),
        good ? "passed" : "failed",
        CheckSentences.details(check),
        TEXT,
        number,
        List.of(check.id()),
        VISIBLE);
  }

  private record Results(
      double score,
      double execution_time,
      String output,
      String output_format,
      String visibility,
      List<Test> tests,
      List<Leader> leaderboard,
      Map<String, Object> extra_data) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  private record Test(
      String name,
      double score,
      double max_score,
      String status,
      String output,
      String output_format,
      String number,
      List<String> tags,
      String visibility) {}

  private record Leader(String name, double value, String order) {}
}
