package dev.drydock.report;

import dev.drydock.image.ByteSize;
import dev.drydock.text.Counted;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.CheckResult.Result;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.ImageResult.LayerResult;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A review as text for a console: of a Dockerfile, or of an image. */
public final class ReviewReport {

  private static final int FILES = 10;
  private static final int SAVINGS = 5;

  private final ConsoleStyle style;
  private final TextBlock text;

  private ReviewReport(ConsoleStyle style) {
    this.style = style;
    this.text = new TextBlock(style.width());
  }

  /** Findings by line, and how many checks found nothing. */
  public static String ofText(ImageResult result, ConsoleStyle style) {
    ReviewReport report = new ReviewReport(style);
    report.findings(result);
    report.tally(result);
    return report.text.toString();
  }

  /** Layers, heaviest files, what would make it lighter, findings. */
  public static String ofImage(String name, ImageResult result, ConsoleStyle style) {
    ReviewReport report = new ReviewReport(style);
    report.sizes(name, result);
    report.layers(result.layers());
    report.heaviest(result);
    report.findings(result);
    report.tally(result);
    return report.text.toString();
  }

  /** Those that failed, by line; without one first. */
  public static List<CheckResult> failed(ImageResult result) {
    return result.checks().stream()
        .filter(check -> check.outcome() == Result.FAIL)
        .sorted(Comparator.comparingInt(ReviewReport::line))
        .toList();
  }

  private static int line(CheckResult check) {
    Integer line = check.line();
    return line == null ? 0 : line;
  }

  private void findings(ImageResult result) {
    text.gap();
    for (CheckResult check : failed(result)) {
      String where = check.line() == null ? "" : "line " + check.line();
      String said = check.message().isEmpty() ? check.requirement() : check.message();
      text.hanging(
          String.format(Locale.ROOT, "%-9s", where)
              + style.outcome(check.outcome(), check.outcome().symbol() + " " + check.id())
              + " ",
          said);
      if (!check.hint().isEmpty()) {
        text.hanging(" ".repeat(11) + "→ ", check.hint());
      }
    }
  }

  private void tally(ImageResult result) {
    long passed = result.checks().stream().filter(c -> c.outcome() == Result.PASS).count();
    int failed = failed(result).size();
    text.gap();
    text.line(
        failed == 0
            ? style.good("nothing found") + " by " + Counted.of(passed, "check")
            : Counted.of(failed, "finding")
                + "; "
                + Counted.of(passed, "check is fine", "checks are fine"));
  }

  private void sizes(String name, ImageResult result) {
    long own = result.layers().stream().filter(l -> !l.base()).mapToLong(LayerResult::bytes).sum();
    text.line(style.bold(name) + "  " + size(result.sizeBytes()));
    text.line("  above the base  " + ByteSize.of(own));
    text.line("  wasted          " + size(result.wastedBytes()));
    text.line("  to transfer     about " + size(result.compressedBytes()));
    text.line("  docker images   " + size(result.engineSizeBytes()));
  }

  private static String size(@Nullable Long bytes) {
    return ByteSize.of(bytes == null ? 0 : bytes).toString();
  }

  private void layers(List<LayerResult> layers) {
    text.gap();
    text.line(style.bold("  layer       size     wasted  made by"));
    for (int i = 0; i < layers.size(); i++) {
      LayerResult layer = layers.get(i);
      String wasted = layer.wastedBytes() == 0 ? "" : ByteSize.of(layer.wastedBytes()).toString();
      String row =
          String.format(
              Locale.ROOT, "  %5d %10s %10s  ", i + 1, ByteSize.of(layer.bytes()), wasted);
      text.hanging(row, (layer.base() ? "(base) " : "") + layer.instruction());
    }
  }

  private void heaviest(ImageResult result) {
    if (!result.heaviest().isEmpty()) {
      text.gap();
      text.line(style.bold("  heaviest files above the base"));
      result.heaviest().stream()
          .limit(FILES)
          .forEach(
              file ->
                  text.line(
                      String.format(
                          Locale.ROOT, "  %12s  %s", ByteSize.of(file.bytes()), file.path())));
    }
    text.gap();
    result.savings().stream().limit(SAVINGS).forEach(saving -> text.hanging("  → ", saving.text()));
  }
}
