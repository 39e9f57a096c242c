package dev.drydock.batch.export;

import dev.drydock.batch.judge.Mark;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** Forms of export, each with what renders it. */
public enum Format {
  /** {@code results.json}, a file for each submission. */
  GRADESCOPE("json", (marks, options) -> GradescopeExport.render(marks)),
  /** The autograding runners' result, base64, a file for each submission. */
  GITHUB("txt", (marks, options) -> GithubExport.render(marks)),
  /** Grade import of Moodle. */
  MOODLE("csv", MoodleExport::render),
  /** The instructor's own gradebook export of Canvas, filled in. */
  CANVAS("csv", CanvasExport::render),
  JUNIT("xml", (marks, options) -> Reports.junit(marks)),
  /** Findings with their lines, SARIF 2.1.0. */
  SARIF("sarif", (marks, options) -> Reports.sarif(marks)),
  /** A row for each submission. */
  CSV("csv", CsvExport::render),
  /** Everything. */
  JSON("json", (marks, options) -> JsonExport.render(marks)),
  /** What students get back: a page and a text for each of them. */
  FEEDBACK("html", (marks, options) -> FeedbackExport.render(marks)),
  /** Dockerfiles that are alike. */
  SIMILARITY("txt", SimilarityExport::render);

  private final String ending;
  private final BiFunction<List<Mark>, ExportOptions, Exported> renderer;

  Format(String ending, BiFunction<List<Mark>, ExportOptions, Exported> renderer) {
    this.ending = ending;
    this.renderer = renderer;
  }

  /**
   * Render marks.
   *
   * @throws ExportException when the format needs something that is not there
   */
  public Exported render(List<Mark> marks, ExportOptions options) {
    return renderer.apply(marks, options);
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String ending() {
    return ending;
  }

  public static Optional<Format> of(String id) {
    return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
  }
}
