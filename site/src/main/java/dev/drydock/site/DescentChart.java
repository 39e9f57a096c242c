package dev.drydock.site;

import dev.drydock.exercise.Exercise.PublishedFigure;
import dev.drydock.image.ByteSize;
import dev.drydock.report.html.SizeScale;
import dev.drydock.report.html.Texts;
import dev.drydock.site.model.Descent;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** All descents on one logarithmic scale, a line for each image. Positions are in percent. */
public record DescentChart(List<Row> rows, List<SizeScale.Tick> ticks) {

  /**
   * @param title of the image, with its exercise
   * @param published beside it, empty where another image of the exercise has them already
   */
  record Entry(String title, String anchor, Descent descent, List<PublishedFigure> published) {

    Entry {
      published = List.copyOf(published);
    }

    private LongStream sizes() {
      return LongStream.concat(
          descent.steps().stream().mapToLong(Descent.Step::bytes),
          published.stream().mapToLong(figure -> figure.size().bytes()));
    }
  }

  /**
   * @param from position of the starter
   * @param to position of the reference
   * @param steps positions of what lies between
   * @param published positions of published figures
   */
  public record Row(
      String title,
      String anchor,
      String first,
      String last,
      boolean aboveBase,
      double from,
      double to,
      List<Double> steps,
      List<Double> published,
      List<Line> lines) {

    public Row {
      steps = List.copyOf(steps);
      published = List.copyOf(published);
      lines = List.copyOf(lines);
    }
  }

  /** A line of the table. */
  public record Line(String name, boolean published, String size, String bytes) {}

  public DescentChart {
    rows = List.copyOf(rows);
    ticks = List.copyOf(ticks);
  }

  static DescentChart of(List<Entry> entries) {
    SizeScale scale = SizeScale.around(entries.stream().flatMapToLong(Entry::sizes));
    return new DescentChart(
        entries.stream().map(entry -> row(entry, scale)).toList(), scale.ticks());
  }

  private static Row row(Entry entry, SizeScale scale) {
    List<Descent.Step> steps = entry.descent().steps();
    Descent.Step first = steps.get(0);
    Descent.Step last = steps.get(steps.size() - 1);
    return new Row(
        entry.title(),
        entry.anchor(),
        ByteSize.of(first.bytes()).toString(),
        ByteSize.of(last.bytes()).toString(),
        entry.descent().aboveBase(),
        scale.x(first.bytes()),
        scale.x(last.bytes()),
        steps.subList(1, Math.max(1, steps.size() - 1)).stream()
            .map(step -> scale.x(step.bytes()))
            .toList(),
        entry.published().stream().map(figure -> scale.x(figure.size().bytes())).toList(),
        lines(entry));
  }

  private static List<Line> lines(Entry entry) {
    Stream<Line> measured =
        entry.descent().steps().stream().map(step -> line(step.name(), false, step.bytes()));
    Stream<Line> published =
        entry.published().stream().map(figure -> line(figure.label(), true, figure.size().bytes()));
    return Stream.concat(measured, published).toList();
  }

  private static Line line(String name, boolean published, long bytes) {
    return new Line(name, published, ByteSize.of(bytes).toString(), Texts.grouped(bytes));
  }
}
