package dev.drydock.batch.export;

import dev.drydock.batch.export.Roster.Id;
import dev.drydock.batch.judge.Mark;
import dev.drydock.batch.text.CsvText;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.CheckResult.Result;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.SubmissionResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One row per submission, for people and spreadsheets. */
final class CsvExport {

  private static final List<String> HEADER =
      List.of(
          "student",
          "email",
          "id",
          "exercise",
          "state",
          "passed",
          "points",
          "max_points",
          "graded_points",
          "comment",
          "submitted_at",
          "late",
          "size_bytes",
          "failed_checks",
          "message");

  private CsvExport() {}

  static Exported render(List<Mark> marks, ExportOptions options) {
    CsvText csv = new CsvText().row(HEADER);
    Roster roster = options.roster();
    for (Mark mark : marks) {
      Optional<Roster.Person> person =
          roster == null ? Optional.empty() : roster.find(mark.id().student());
      row(csv.row(), mark, person);
    }
    return Exported.one(Format.CSV, csv.toString(), List.of());
  }

  private static void row(CsvText.Cells cells, Mark mark, Optional<Roster.Person> person) {
    SubmissionResult result = mark.result();
    cells.text(mark.id().student());
    cells.text(person.map(one -> one.id(Id.EMAIL)).orElse(""));
    cells.text(person.map(CsvExport::id).orElse(""));
    cells.text(mark.id().exercise());
    cells.plain(result.state().code());
    cells.plain(result.passed());
    mark.points().ifPresentOrElse(cells::number, cells::blank);
    cells.number(result.maxPoints());
    if (result.state() == SubmissionResult.State.NOT_GRADED) {
      cells.blank();
    } else {
      cells.number(result.points());
    }
    cells.text(mark.comment());
    cells.plain(mark.submittedAt() == null ? "" : mark.submittedAt());
    cells.plain(Said.late(mark));
    cells.text(sizes(result));
    cells.text(failed(result));
    cells.text(result.message() == null ? "" : result.message());
    cells.end();
  }

  private static String id(Roster.Person person) {
    String number = person.id(Id.ID_NUMBER);
    return number.isEmpty() ? person.id(Id.USERNAME) : number;
  }

  private static String sizes(SubmissionResult result) {
    List<ImageResult> images = result.images();
    return images.stream()
        .filter(image -> image.sizeBytes() != null)
        .map(image -> (images.size() > 1 ? image.name() + "=" : "") + image.sizeBytes())
        .collect(Collectors.joining(" "));
  }

  private static String failed(SubmissionResult result) {
    return result.images().stream()
        .flatMap(image -> image.checks().stream())
        .filter(check -> check.required() && check.outcome() == Result.FAIL)
        .map(CheckResult::id)
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
