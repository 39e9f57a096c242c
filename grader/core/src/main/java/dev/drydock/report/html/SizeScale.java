package dev.drydock.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A logarithmic scale of sizes from left to right, in percent of the picture's width.
 *
 * @param low size at the left edge
 * @param high size at the right edge
 */
public record SizeScale(double low, double high) {

  private static final long[] ROUND = {
    1_000L,
    10_000L,
    100_000L,
    1_000_000L,
    10_000_000L,
    100_000_000L,
    1_000_000_000L,
    10_000_000_000L,
    100_000_000_000L
  };

  /** A mark of the scale. */
  public record Tick(double x, String label) {}

  public SizeScale {
    if (!(low > 0 && high > low)) {
      throw new IllegalArgumentException("not a scale: " + low + " to " + high);
    }
  }

  /** A scale that shows all sizes, with room at both ends; sizes below 1 kB count as 1 kB. */
  public static SizeScale around(LongStream sizes) {
    long[] all = sizes.map(size -> Math.max(size, 1_000)).sorted().toArray();
    if (all.length == 0) {
      return new SizeScale(1e6, 1e9);
    }
    return new SizeScale(all[0] / 2.0, all[all.length - 1] * 2.0);
  }

  /** Position of a size, between 0 and 100, with two decimals. */
  public double x(long size) {
    double share = Math.log(Math.max(size, 1) / low) / Math.log(high / low);
    return round(100 * Math.min(1, Math.max(0, share)));
  }

  /** The powers of ten in the scale, each in its shortest form. */
  public List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    for (long size : ROUND) {
      if (size >= low && size <= high) {
        ticks.add(new Tick(x(size), label(size)));
      }
    }
    return List.copyOf(ticks);
  }

  private static String label(long size) {
    if (size >= 1_000_000_000L) {
      return size / 1_000_000_000L + " GB";
    }
    return size >= 1_000_000L ? size / 1_000_000L + " MB" : size / 1_000L + " kB";
  }

  /** A part of a whole in percent, with two decimals; 0 of an empty whole. */
  public static double percent(long part, long whole) {
    return whole == 0 ? 0 : round(100.0 * part / whole);
  }

  static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
