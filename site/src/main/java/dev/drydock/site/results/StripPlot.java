package dev.drydock.site.results;

import dev.drydock.image.ByteSize;
import dev.drydock.report.html.SizeScale;
import dev.drydock.report.html.Texts;
import dev.drydock.text.Counted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of a class's images as dots on a logarithmic scale; dots that would lie on each other
 * are stacked upwards.
 *
 * @param baseline where the lowest dots stand, in pixels from the top
 * @param height of the whole picture
 * @param limit position, negative when there is none; likewise the starter and the reference
 * @param rows what the picture shows as numbers, from the lightest on
 * @param summary lightest, median and heaviest
 */
public record StripPlot(
    List<Dot> dots,
    List<Row> rows,
    List<SizeScale.Tick> ticks,
    int baseline,
    int height,
    double limit,
    String limitText,
    double starter,
    String starterText,
    double reference,
    String referenceText,
    int within,
    String summary) {

  /** Distance of stacked dots. */
  private static final int STEP = 11;

  /** Distance across at which two dots touch, in percent of a picture of middling width. */
  private static final double TOUCH = 1.6;

  /** Higher stacks overlap: a class of hundreds must not need a tower. */
  private static final int HIGHEST = 14;

  /**
   * @param over above the limit
   */
  public record Dot(double x, double y, boolean over) {}

  /**
   * A row of the data table.
   *
   * @param name of a mark, or how many images have this size
   */
  public record Row(String name, String size, String bytes, boolean mark) {

    private static Row of(String name, long bytes, boolean mark) {
      return new Row(name, ByteSize.of(bytes).toString(), Texts.grouped(bytes), mark);
    }
  }

  public StripPlot {
    dots = List.copyOf(dots);
    rows = List.copyOf(rows);
    ticks = List.copyOf(ticks);
  }

  static StripPlot of(
      List<Long> sizes, @Nullable Long limit, @Nullable Long starter, @Nullable Long reference) {
    List<Long> sorted = sizes.stream().sorted().toList();
    List<Long> shown = new ArrayList<>(sorted);
    for (Long mark : Arrays.asList(limit, starter, reference)) {
      if (mark != null) {
        shown.add(mark);
      }
    }
    SizeScale scale = SizeScale.around(LongStream.of(longs(shown)));
    List<Integer> rows = rows(sorted.stream().map(scale::x).toList());
    int highest = Math.min(HIGHEST, rows.stream().max(Comparator.naturalOrder()).orElse(0));
    int baseline = 34 + highest * STEP;
    List<Dot> dots = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      int row = rows.get(i) % (HIGHEST + 1);
      dots.add(
          new Dot(
              scale.x(sorted.get(i)),
              baseline - 9 - row * STEP,
              limit != null && sorted.get(i) > limit));
    }
    int within = (int) sorted.stream().filter(size -> limit == null || size <= limit).count();
    return new StripPlot(
        dots,
        table(sorted, limit, starter, reference),
        scale.ticks(),
        baseline,
        baseline + 30,
        position(scale, limit),
        text(limit),
        position(scale, starter),
        text(starter),
        position(scale, reference),
        text(reference),
        within,
        summary(sorted));
  }

  private static double position(SizeScale scale, @Nullable Long size) {
    return size == null ? -1 : scale.x(size);
  }

  private static String text(@Nullable Long size) {
    return size == null ? "" : ByteSize.of(size).toString();
  }

  private static long[] longs(List<Long> list) {
    return list.stream().mapToLong(Long::longValue).toArray();
  }

  /** For each position, from left to right, the lowest row in which it touches no other. */
  private static List<Integer> rows(List<Double> positions) {
    List<Double> lastInRow = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    for (double x : positions) {
      int row = 0;
      while (row < lastInRow.size() && x - lastInRow.get(row) < TOUCH) {
        row++;
      }
      if (row == lastInRow.size()) {
        lastInRow.add(x);
      } else {
        lastInRow.set(row, x);
      }
      rows.add(row);
    }
    return Collections.unmodifiableList(rows);
  }

  /** Images of one size are one row; a mark comes after the images of its own size. */
  private static List<Row> table(
      List<Long> sorted, @Nullable Long limit, @Nullable Long starter, @Nullable Long reference) {
    NavigableMap<Long, List<Row>> rows = new TreeMap<>();
    sorted.stream()
        .collect(Collectors.groupingBy(size -> size, TreeMap::new, Collectors.counting()))
        .forEach((size, images) -> add(rows, Counted.of(images, "image"), size, false));
    add(rows, "reference", reference, true);
    add(rows, "limit", limit, true);
    add(rows, "starter", starter, true);
    return rows.values().stream().flatMap(List::stream).toList();
  }

  private static void add(
      NavigableMap<Long, List<Row>> rows, String name, @Nullable Long size, boolean mark) {
    if (size != null) {
      rows.computeIfAbsent(size, any -> new ArrayList<>()).add(Row.of(name, size, mark));
    }
  }

  private static String summary(List<Long> sorted) {
    if (sorted.isEmpty()) {
      return "";
    }
    int count = sorted.size();
    long median = (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2;
    return "lightest "
        + ByteSize.of(sorted.get(0))
        + ", median "
        + ByteSize.of(median)
        + ", heaviest "
        + ByteSize.of(sorted.get(count - 1));
  }
}
