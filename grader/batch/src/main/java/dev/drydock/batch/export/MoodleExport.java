package dev.drydock.batch.export;

import dev.drydock.batch.export.Roster.Id;
import dev.drydock.batch.export.Roster.Person;
import dev.drydock.batch.judge.Mark;
import dev.drydock.batch.text.CsvText;
import dev.drydock.exercise.CourseOrder;
import dev.drydock.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Moodle's grade import: a row for each user, a column of points and one of feedback for each
 * exercise; columns are mapped by hand. One unknown user, or one bad number, aborts the whole
 * import: only users in the roster are written, with their ids exactly as given there, and ungraded
 * work is left blank.
 */
final class MoodleExport {

  private static final int FEEDBACK = 1_000;

  private MoodleExport() {}

  static Exported render(List<Mark> marks, ExportOptions options) {
    Roster roster = options.roster();
    if (roster == null) {
      throw new ExportException(
          "moodle needs --roster FILE: Moodle's own list of participants, as CSV");
    }
    Id id = identifier(roster);
    List<String> warnings = new ArrayList<>();
    Map<String, Map<String, Mark>> rows = rows(marks, roster, id, warnings);
    Map<String, String> exercises = new TreeMap<>();
    marks.forEach(mark -> exercises.put(mark.id().exercise(), mark.exerciseTitle()));
    CsvText csv = new CsvText();
    CsvText.Cells header = csv.row().plain(heading(id));
    List<String> columns = columns(marks);
    for (String exercise : columns) {
      header.text((exercise + " " + exercises.get(exercise)).strip());
      header.text(exercise + " feedback");
    }
    header.end();
    rows.forEach((user, own) -> row(csv.row().plain(user), columns, own));
    return Exported.one(Format.MOODLE, csv.toString(), warnings);
  }

  private static List<String> columns(List<Mark> marks) {
    return marks.stream()
        .map(mark -> mark.id().exercise())
        .distinct()
        .sorted(CourseOrder.OF_IDS)
        .toList();
  }

  private static void row(CsvText.Cells cells, List<String> columns, Map<String, Mark> own) {
    for (String exercise : columns) {
      Mark mark = own.get(exercise);
      Optional<Double> points = mark == null ? Optional.empty() : mark.points();
      if (mark == null || points.isEmpty()) {
        cells.blank().blank();
      } else {
        String feedback = Said.summary(mark).replace("\n", " ");
        cells.number(points.get()).text(Printable.line(feedback, FEEDBACK));
      }
    }
    cells.end();
  }

  private static Map<String, Map<String, Mark>> rows(
      List<Mark> marks, Roster roster, Id id, List<String> warnings) {
    Map<String, Map<String, Mark>> rows = new LinkedHashMap<>();
    for (Mark mark : marks) {
      String user = roster.find(mark.id().student()).map(person -> person.id(id)).orElse("");
      if (user.isEmpty()) {
        warnings.add(mark.id() + " is left out: no one, or more than one, in the roster");
      } else if (!CsvText.isPlain(user)) {
        warnings.add(
            mark.id()
                + " is left out: the roster's '"
                + user
                + "' is no id: a spreadsheet would evaluate or hide it");
      } else {
        Mark other = rows.computeIfAbsent(user, one -> new TreeMap<>()).get(mark.id().exercise());
        if (other == null) {
          rows.get(user).put(mark.id().exercise(), mark);
        } else {
          warnings.add(mark.id() + " is left out: " + other.id().student() + " is the same person");
        }
      }
    }
    return rows;
  }

  private static Id identifier(Roster roster) {
    for (Id id : List.of(Id.USERNAME, Id.ID_NUMBER, Id.EMAIL)) {
      boolean all =
          roster.people().stream().map((Person one) -> one.id(id)).noneMatch(String::isEmpty);
      if (all) {
        return id;
      }
    }
    return List.of(Id.EMAIL, Id.USERNAME, Id.ID_NUMBER).stream()
        .filter(roster::has)
        .findFirst()
        .orElseThrow(
            () ->
                new ExportException(
                    "the roster has none of Moodle's user columns: username, ID number, email"
                        + " address"));
  }

  private static String heading(Id id) {
    return switch (id) {
      case USERNAME -> "Username";
      case ID_NUMBER -> "ID number";
      default -> "Email address";
    };
  }
}
