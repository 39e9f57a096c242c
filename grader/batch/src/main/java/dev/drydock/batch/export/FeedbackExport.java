package dev.drydock.batch.export;

import dev.drydock.batch.judge.Mark;
import dev.drydock.report.ConsoleReport;
import dev.drydock.report.ConsoleStyle;
import dev.drydock.report.html.FeedbackPage;
import dev.drydock.text.ConsoleWriter;
import dev.drydock.text.Points;
import dev.drydock.text.Printable;
import dev.drydock.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each student gets back: one page and one text, covering all their exercises. */
final class FeedbackExport {

  private static final int NAME = 200;

  private FeedbackExport() {}

  static Exported render(List<Mark> marks) {
    Map<String, List<Mark>> students = new LinkedHashMap<>();
    for (Mark mark : marks) {
      students.computeIfAbsent(mark.id().student(), name -> new ArrayList<>()).add(mark);
    }
    List<Exported.File> files = new ArrayList<>();
    students.forEach(
        (student, own) -> {
          String path = own.get(0).path();
          String name = path.substring(0, path.indexOf('/'));
          files.add(new Exported.File(name + ".html", page(student, own)));
          files.add(new Exported.File(name + ".txt", text(student, own)));
        });
    return new Exported(files, List.of());
  }

  private static String page(String student, List<Mark> marks) {
    return FeedbackPage.render(
        Printable.line(student, NAME),
        marks.stream()
            .map(
                mark ->
                    new FeedbackPage.Part(
                        mark.result(), mark.exerciseTitle(), points(mark), mark.notes()))
            .toList());
  }

  private static String text(String student, List<Mark> marks) {
    StringBuilder text = new StringBuilder();
    text.append("Feedback for ").append(Printable.line(student, NAME)).append("\n\n");
    for (Mark mark : marks) {
      text.append("  ").append(mark.id().exercise()).append("  ").append(points(mark)).append('\n');
    }
    for (Mark mark : marks) {
      text.append("\n").append("-".repeat(78)).append("\n\n");
      mark.notes().forEach(note -> text.append(Printable.line(note, 2_000)).append('\n'));
      text.append(ConsoleReport.render(mark.result(), mark.exerciseTitle(), ConsoleStyle.plain()));
    }
    return ConsoleWriter.text(text.toString());
  }

  private static String points(Mark mark) {
    double max = mark.result().maxPoints();
    return mark.points().map(points -> Points.of(points, max)).orElse(Verdict.NOT_GRADED.words());
  }
}
