package dev.drydock.batch.export;

import dev.drydock.batch.judge.Mark;
import dev.drydock.report.ci.JUnitXml;
import dev.drydock.report.ci.Reported;
import dev.drydock.report.ci.Sarif;
import java.util.List;

/** Renders marks in one of the formats. */
public final class Export {

  private Export() {}

  /**
   * Render marks.
   *
   * @throws ExportException when the format needs something that is not there
   */
  public static Exported render(Format format, List<Mark> marks, ExportOptions options) {
    return switch (format) {
      case GRADESCOPE -> GradescopeExport.render(marks);
      case GITHUB -> GithubExport.render(marks);
      case MOODLE -> MoodleExport.render(marks, options);
      case CANVAS -> CanvasExport.render(marks, options);
      case JUNIT -> Exported.one(format, JUnitXml.write(reported(marks)), List.of());
      case SARIF -> Exported.one(format, Sarif.write(reported(marks)), List.of());
      case CSV -> CsvExport.render(marks, options);
      case JSON -> JsonExport.render(marks);
      case FEEDBACK -> FeedbackExport.render(marks);
      case SIMILARITY -> SimilarityExport.render(marks, options);
    };
  }

  private static List<Reported> reported(List<Mark> marks) {
    return marks.stream()
        .map(
            mark ->
                Reported.of(
                    mark.id().toString(),
                    mark.id().student() + "." + mark.id().exercise(),
                    mark.path(),
                    mark.result()))
        .toList();
  }

  static String notGraded(Mark mark) {
    return mark.id() + " is not graded and left out: it is not a zero";
  }
}
