package dev.drydock.report.ci;

import dev.drydock.text.ConsoleWriter;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.CheckResult.Result;
import dev.drydock.verdict.ImageResult;
import java.util.ArrayList;
import java.util.List;

/** What is said of a check in formats that others read. */
public final class CheckSentences {

  private static final int LONGEST = 20_000;

  private CheckSentences() {}

  /** Checks with points or required ones: those a grade hangs on. */
  public static List<CheckResult> graded(ImageResult image) {
    return image.checks().stream()
        .filter(check -> check.required() || check.maxPoints() > 0)
        .toList();
  }

  /** What was asked and found, and the next step; a line each. */
  public static String details(CheckResult check) {
    List<String> lines = new ArrayList<>();
    if (check.outcome() != Result.PASS) {
      lines.add(check.requirement());
    }
    if (!check.measured().isEmpty()) {
      String limit = check.limit().isEmpty() ? "" : ", limit " + check.limit();
      lines.add("Found: " + check.measured() + limit);
    }
    lines.add(check.message());
    if (!check.hint().isEmpty()) {
      lines.add("Try: " + check.hint());
    }
    if (check.line() != null) {
      lines.add("Line " + check.line());
    }
    lines.removeIf(String::isBlank);
    return text(String.join("\n", lines));
  }

  /**
   * A text without what moves a cursor or hides text, which is all that XML 1.0 cannot say too, not
   * longer than anyone reads.
   */
  public static String text(String text) {
    String harmless = ConsoleWriter.text(text);
    return harmless.length() <= LONGEST ? harmless : harmless.substring(0, LONGEST) + "…";
  }
}
