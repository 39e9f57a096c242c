package dev.drydock.junit;

import dev.drydock.exercise.Exercise;
import dev.drydock.report.ConsoleReport;
import dev.drydock.report.ConsoleStyle;
import dev.drydock.text.ConsoleWriter;
import dev.drydock.text.Counted;
import dev.drydock.verdict.CheckResult.Result;
import dev.drydock.verdict.SubmissionResult;
import java.nio.file.Path;

/** Printed once, around the tests: sizes, the heaviest instructions, the next step. */
final class Summary {

  private Summary() {}

  static void print(ConsoleWriter out, Exercise exercise, SubmissionResult result, Path page) {
    long passed = count(result, Result.PASS) + count(result, Result.NOT_APPLICABLE);
    out.println();
    out.printf(
        "%s  %s: %s passed, %d failed, %d not checked yet%n",
        exercise.id(),
        exercise.title(),
        Counted.of(passed, "check"),
        count(result, Result.FAIL),
        count(result, Result.BLOCKED));
    out.print(ConsoleReport.renderSummary(result, ConsoleStyle.plain()));
    out.println("  The whole report: " + page.toUri());
    out.println();
    out.flush();
  }

  private static long count(SubmissionResult result, Result outcome) {
    return result.images().stream()
        .flatMap(image -> image.checks().stream())
        .filter(check -> check.required() && check.outcome() == outcome)
        .count();
  }
}
