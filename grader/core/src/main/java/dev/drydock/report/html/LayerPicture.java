package dev.drydock.report.html;

import dev.drydock.image.ByteSize;
import dev.drydock.text.Counted;
import dev.drydock.verdict.ImageResult.LayerResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where an image's bytes lie: one bar for the whole image, cut at its layers, and a row for each
 * layer. All positions are in percent of the width.
 *
 * @param rows the base as one row if there is one, then the own layers in the order they were built
 * @param total of all layers, as shown
 * @param own of the layers above the base
 * @param wasted in them
 */
public record LayerPicture(List<Row> rows, String total, String own, String wasted) {

  /**
   * @param number of the own layer from 1, 0 for the base
   * @param x start in the whole image's bar
   * @param width in the whole image's bar
   * @param rowWidth in the row of its own, where the heaviest layer fills the width
   * @param rowWasted part of {@code rowWidth} that a later layer hides
   * @param share of the whole image, such as {@code 43 %}
   * @param line of the Dockerfile, 0 when unknown
   * @param wasted empty when nothing is
   */
  public record Row(
      int number,
      boolean base,
      double x,
      double width,
      double rowWidth,
      double rowWasted,
      String size,
      String bytes,
      String share,
      String instruction,
      int line,
      String wasted) {}

  public LayerPicture {
    rows = List.copyOf(rows);
  }

  /**
   * @param lines of the Dockerfile; a layer that names a line beyond has none
   */
  public static LayerPicture of(List<LayerResult> layers, int lines) {
    List<LayerResult> parts = new ArrayList<>();
    long baseBytes = layers.stream().filter(LayerResult::base).mapToLong(LayerResult::bytes).sum();
    long baseLayers = layers.stream().filter(LayerResult::base).count();
    if (baseLayers > 0) {
      String name = "base image, " + Counted.of(baseLayers, "layer");
      parts.add(new LayerResult("", baseBytes, name, null, true, 0));
    }
    layers.stream().filter(layer -> !layer.base()).forEach(parts::add);
    long total = parts.stream().mapToLong(LayerResult::bytes).sum();
    long heaviest = parts.stream().mapToLong(LayerResult::bytes).max().orElse(0);
    long wasted = parts.stream().mapToLong(LayerResult::wastedBytes).sum();
    List<Row> rows = new ArrayList<>();
    long before = 0;
    int number = 0;
    for (LayerResult part : parts) {
      rows.add(row(part, part.base() ? 0 : ++number, before, total, heaviest, lines));
      before += part.bytes();
    }
    return new LayerPicture(
        rows, shown(total), shown(total - baseBytes), wasted == 0 ? "" : shown(wasted));
  }

  private static Row row(
      LayerResult part, int number, long before, long total, long heaviest, int lines) {
    Integer line = part.line();
    return new Row(
        number,
        part.base(),
        SizeScale.percent(before, total),
        SizeScale.percent(part.bytes(), total),
        SizeScale.percent(part.bytes(), heaviest),
        SizeScale.percent(Math.min(part.wastedBytes(), part.bytes()), heaviest),
        shown(part.bytes()),
        Texts.grouped(part.bytes()),
        share(part.bytes(), total),
        Texts.visible(part.instruction()),
        line == null || line < 1 || line > lines ? 0 : line,
        part.wastedBytes() == 0 ? "" : shown(part.wastedBytes()));
  }

  private static String share(long part, long whole) {
    double percent = whole == 0 ? 0 : 100.0 * part / whole;
    return percent > 0 && percent < 1 ? "< 1 %" : String.format(Locale.ROOT, "%.0f %%", percent);
  }

  private static String shown(long bytes) {
    return ByteSize.of(Math.max(0, bytes)).toString();
  }
}
