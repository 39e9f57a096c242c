package dev.drydock.batch.export;

import dev.drydock.batch.judge.Mark;
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
      case JUNIT -> JUnitExport.render(marks);
      case SARIF -> SarifExport.render(marks);
      case CSV -> CsvExport.render(marks, options);
      case JSON -> JsonExport.render(marks);
      case FEEDBACK -> FeedbackExport.render(marks);
      case SIMILARITY -> SimilarityExport.render(marks, options);
    };
  }

  static String notGraded(Mark mark) {
    return mark.id() + " is not graded and left out: it is not a zero";
  }
}
