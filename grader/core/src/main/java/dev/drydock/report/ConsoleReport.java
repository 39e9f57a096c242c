package dev.drydock.report;

import dev.drydock.check.build.BuildOutput;
import dev.drydock.image.ByteSize;
import dev.drydock.text.Points;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.CheckResult.Result;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.ImageResult.LayerResult;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import dev.drydock.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A result as text for a console: what failed first and how to fix it, then where the megabytes
 * are, then the one next step.
 */
public final class ConsoleReport {

  private static final int HEAVIEST = 5;
  private static final int LOG_LINES = 12;

  private final ConsoleStyle style;
  private final TextBlock text;

  private ConsoleReport(ConsoleStyle style) {
    this.style = style;
    this.text = new TextBlock(style.width());
  }

  /** The whole report. */
  public static String render(SubmissionResult result, String title, ConsoleStyle style) {
    ConsoleReport report = new ConsoleReport(style);
    report.text.line(style.bold(result.exercise() + "  " + title));
    result.images().forEach(image -> report.image(result, image));
    report.ignored(result);
    report.verdict(result);
    return report.text.toString();
  }

  /**
   * The part behind the checks: sizes, the heaviest instructions, the next step, the verdict. For
   * work in the exercise's own folder, where all that is ignored is the exercise itself.
   */
  public static String renderSummary(SubmissionResult result, ConsoleStyle style) {
    ConsoleReport report = new ConsoleReport(style);
    result.images().forEach(image -> report.measures(result, image));
    report.text.gap();
    report.verdict(result);
    return report.text.toString();
  }

  /** One failed check in full: asked, found, where, why, next step, link. */
  public static String renderFailure(CheckResult check, ConsoleStyle style) {
    ConsoleReport report = new ConsoleReport(style);
    report.details(check);
    return report.text.toString();
  }

  private void image(SubmissionResult result, ImageResult image) {
    List<CheckResult> failed = of(image, Result.FAIL, true);
    text.gap();
    if (result.images().size() > 1) {
      text.line(style.bold(image.name()));
    }
    for (CheckResult check : concat(failed, of(image, Result.ERROR, true))) {
      text.line(
          style.outcome(check.outcome(), "  " + check.outcome().symbol() + " " + check.id())
              + " "
              + style.bold(check.title()));
      details(check);
      text.gap();
    }
    oneLine(image, Result.PASS, Result.PASS.counted());
    oneLine(image, Result.BLOCKED, "cannot be checked yet");
    oneLine(image, Result.NOT_APPLICABLE, Result.NOT_APPLICABLE.counted());
    advice(image);
    measures(result, image);
  }

  private void details(CheckResult check) {
    text.field("asked", check.requirement());
    if (!check.measured().isEmpty()) {
      String limit = check.limit().isEmpty() ? "" : ", limit " + check.limit();
      text.field("found", style.bold(check.measured()) + limit);
    }
    if (check.line() != null) {
      text.field("where", "Dockerfile, line " + check.line());
    }
    text.field("why", check.message());
    text.field("try", check.hint());
    text.field("more", page(check));
  }

  /** The page a check links to, as it lies in the checkout: it can be read without a site. */
  private static String page(CheckResult check) {
    return check.link().replaceFirst("^(checks/\\w+)\\.html$", "site/content/$1.md");
  }

  private void oneLine(ImageResult image, Result outcome, String words) {
    List<CheckResult> checks = of(image, outcome, true);
    if (!checks.isEmpty()) {
      String ids = checks.stream().map(CheckResult::id).collect(Collectors.joining(" "));
      String symbol = style.outcome(outcome, "  " + outcome.symbol());
      text.line(symbol + " " + checks.size() + " " + words + ": " + style.dim(ids));
    }
  }

  private void advice(ImageResult image) {
    List<CheckResult> checks = of(image, Result.FAIL, false);
    if (!checks.isEmpty()) {
      text.gap();
      text.line("  Worth knowing, no points:");
      checks.forEach(
          check ->
              text.hanging("   " + Result.FAIL.symbol() + " " + check.id() + " ", said(check)));
    }
  }

  private static String said(CheckResult check) {
    return check.message().isEmpty() ? check.title() : check.message();
  }

  private void measures(SubmissionResult result, ImageResult image) {
    Long size = image.sizeBytes();
    if (size == null) {
      if (result.state() != State.GRADED) {
        buildLog(image);
      }
      return;
    }
    text.gap();
    text.line("  " + style.bold("Size") + sizes(image, size));
    image.sizeLimit().ifPresent(limit -> text.line("       " + bar(size, limit)));
    List<LayerResult> own = heaviest(image);
    if (!own.isEmpty()) {
      text.line("  " + style.bold("Where the megabytes are"));
      own.forEach(layer -> text.hanging("    " + weight(layer), layer.instruction()));
    }
    image.savings().stream().limit(3).forEach(saving -> text.hanging("    → ", saving.text()));
  }

  private static String sizes(ImageResult image, long size) {
    StringBuilder words = new StringBuilder(" ").append(image.name()).append(": ");
    words.append(ByteSize.of(size));
    Long engine = image.engineSizeBytes();
    if (engine != null && Math.abs(engine - size) > size / 100 + 10_000) {
      words.append(" (docker images says ").append(ByteSize.of(engine)).append(')');
    }
    Long starter = image.starterBytes();
    if (starter != null) {
      words.append(", before ").append(ByteSize.of(starter));
    }
    return words.toString();
  }

  /** The limit stands at two thirds: what is right of it is too much. */
  private String bar(long size, double limit) {
    int columns = 45;
    int mark = columns * 2 / 3;
    int filled = (int) Math.min(columns, Math.max(1, Math.round(size / limit * mark)));
    StringBuilder bar = new StringBuilder();
    for (int i = 0; i < columns; i++) {
      if (i == mark) {
        bar.append('│');
      }
      bar.append(i < filled ? '█' : '·');
    }
    String times = String.format(Locale.ROOT, " %.1f × the limit", size / limit);
    String dressed = size <= limit ? style.good(bar.toString()) : style.bad(bar + times);
    return dressed + "  limit " + ByteSize.of((long) limit);
  }

  private static List<LayerResult> heaviest(ImageResult image) {
    return image.layers().stream()
        .filter(layer -> !layer.base() && layer.bytes() > 0)
        .sorted(Comparator.comparingLong(LayerResult::bytes).reversed())
        .limit(HEAVIEST)
        .toList();
  }

  private static String weight(LayerResult layer) {
    String where = layer.line() == null ? "" : "line " + layer.line();
    return String.format(Locale.ROOT, "%8s  %-8s ", ByteSize.of(layer.bytes()), where);
  }

  private void buildLog(ImageResult image) {
    List<String> log = BuildOutput.telling(image.buildLog());
    if (!log.isEmpty()) {
      text.gap();
      text.line("  The builder's last lines:");
      log.stream()
          .skip(Math.max(0, log.size() - LOG_LINES))
          .forEach(line -> text.line(style.dim("  │ " + line)));
    }
  }

  private void ignored(SubmissionResult result) {
    text.gap();
    result.notes().forEach(note -> text.hanging("  note: ", note));
    if (!result.ignoredFiles().isEmpty()) {
      text.hanging("  ignored: ", String.join(", ", shortList(result.ignoredFiles())));
    }
  }

  private void verdict(SubmissionResult result) {
    String message = result.message();
    if (message != null && result.state() != State.GRADED) {
      text.hanging("  " + Verdict.of(result).toStudentAtTheBeginning() + ": ", message);
    }
    nextStep(result).ifPresent(hint -> text.hanging(style.bold("  Next: "), hint));
    String points = Points.of(result.points(), result.maxPoints());
    Verdict verdict = Verdict.of(result);
    text.line(
        switch (verdict) {
          case PASSED -> style.good("  ✔ " + verdict.toStudent()) + " · " + points;
          case NOT_PASSED, NOT_GRADABLE -> style.bad("  ✘ " + verdict.toStudent()) + " · " + points;
          case NOT_GRADED ->
              "  ! "
                  + verdict.toStudent()
                  + ": this is the grader's failure, not yours; it costs no points";
        });
  }

  private static Optional<String> nextStep(SubmissionResult result) {
    if (result.stoppedAtBuild()) {
      return Optional.empty();
    }
    return result.images().stream()
        .flatMap(image -> image.firstToMend().stream())
        .map(check -> check.id() + ": " + check.hint())
        .findFirst();
  }

  private static List<String> shortList(List<String> files) {
    if (files.size() <= 8) {
      return files;
    }
    return concat(files.subList(0, 8), List.of("and " + (files.size() - 8) + " more"));
  }

  private static List<CheckResult> of(ImageResult image, Result outcome, boolean required) {
    return image.checks().stream()
        .filter(check -> check.outcome() == outcome && check.required() == required)
        .toList();
  }

  private static <T> List<T> concat(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
