package dev.drydock.site;

import dev.drydock.image.ByteSize;
import dev.drydock.report.html.Texts;
import dev.drydock.site.model.Descent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A descent as hulls hanging from a waterline: the deeper, the heavier. Positions across are in
 * percent, depths in pixels below the waterline.
 *
 * @param height of the whole picture
 * @param summary first against last, in words
 */
public record DescentPicture(List<Hull> hulls, List<Mark> marks, int height, String summary) {

  /** Room above the waterline. */
  static final int WATERLINE = 30;

  /** Width the hulls may take, in percent; the rest is for the marks' labels. */
  static final double HULLS = 91;

  /** Depth of the heaviest. */
  static final int DEEPEST = 210;

  /**
   * @param x left edge
   * @param middle of the hull
   * @param width of the hull
   * @param depth at least two pixels, so that the lightest is seen
   * @param change against the step before, empty for the first
   */
  public record Hull(
      int number,
      double x,
      double middle,
      double width,
      double depth,
      String name,
      String text,
      String size,
      String bytes,
      String change) {}

  /** A draught mark of the scale. */
  public record Mark(double y, String label) {}

  public DescentPicture {
    hulls = List.copyOf(hulls);
    marks = List.copyOf(marks);
  }

  static DescentPicture of(List<Descent.Step> steps) {
    long heaviest = steps.stream().mapToLong(Descent.Step::bytes).max().orElse(1);
    double slot = HULLS / Math.max(1, steps.size());
    List<Hull> hulls = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Descent.Step step = steps.get(i);
      hulls.add(
          new Hull(
              i + 1,
              round(i * slot + slot * 0.14),
              round(i * slot + slot / 2),
              round(slot * 0.72),
              round(Math.max(2, (double) DEEPEST * step.bytes() / Math.max(1, heaviest))),
              step.name(),
              step.text(),
              ByteSize.of(step.bytes()).toString(),
              Texts.grouped(step.bytes()),
              i == 0 ? "" : change(steps.get(i - 1).bytes(), step.bytes())));
    }
    return new DescentPicture(hulls, marks(heaviest), WATERLINE + DEEPEST + 28, summary(steps));
  }

  /** Marks at a round distance, three to five of them. */
  private static List<Mark> marks(long heaviest) {
    double step = Math.pow(10, Math.floor(Math.log10(Math.max(1, heaviest))));
    while (heaviest / step < 3) {
      step /= 2;
    }
    while (heaviest / step > 6) {
      step *= 2;
    }
    List<Mark> marks = new ArrayList<>();
    for (double size = step; size <= heaviest; size += step) {
      marks.add(
          new Mark(
              round(WATERLINE + DEEPEST * size / heaviest),
              ByteSize.of(Math.round(size)).toString()));
    }
    return marks;
  }

  private static String change(long before, long after) {
    if (before == 0 || before == after) {
      return "±0 %";
    }
    double percent = 100.0 * (after - before) / before;
    return String.format(Locale.ROOT, "%+.0f %%", percent).replace('-', '−');
  }

  private static String summary(List<Descent.Step> steps) {
    if (steps.size() < 2) {
      return "";
    }
    long first = steps.get(0).bytes();
    long last = steps.get(steps.size() - 1).bytes();
    return ByteSize.of(first)
        + " at the start, "
        + ByteSize.of(last)
        + " at the end: "
        + String.format(Locale.ROOT, "%.1f %%", 100.0 * last / Math.max(1, first))
        + " of the weight is left";
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
