package dev.drydock.batch.export;

import dev.drydock.batch.judge.Mark;
import dev.drydock.report.ci.CheckSentences;
import dev.drydock.text.Printable;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Sentences that several formats share. */
final class Said {

  private Said() {}

  /** Name of a check, with its image if the submission has several. */
  static String name(SubmissionResult result, ImageResult image, CheckResult check) {
    String name = check.id() + " " + check.title();
    return result.images().size() > 1 ? image.name() + ": " + name : name;
  }

  /** The entry's state with its reason, the override, the delay; a line each. */
  static String summary(Mark mark) {
    List<String> lines = new ArrayList<>();
    SubmissionResult result = mark.result();
    String message = result.message();
    lines.add(
        Verdict.of(result).toStudentAtTheBeginning()
            + switch (result.state()) {
              case GRADED -> ".";
              case NOT_GRADABLE -> ": " + message;
              case NOT_GRADED -> ", the grader's failure: " + message;
            });
    lines.addAll(mark.notes());
    lines.addAll(result.notes());
    if (!result.ignoredFiles().isEmpty()) {
      lines.add("Ignored: " + String.join(", ", first(result.ignoredFiles())));
    }
    return CheckSentences.text(String.join("\n", lines));
  }

  /** How late it is, if known, or just that it is late; empty when it is not. */
  static String late(Mark mark) {
    return mark.isLate() ? mark.lateBy().map(Printable::time).orElse("late") : "";
  }

  private static List<String> first(List<String> files) {
    if (files.size() <= 8) {
      return files;
    }
    List<String> first = new ArrayList<>(files.subList(0, 8));
    first.add("and " + (files.size() - 8) + " more");
    return first;
  }
}
