package dev.drydock.batch.export;

import dev.drydock.batch.judge.Mark;
import dev.drydock.batch.text.CsvTable;
import dev.drydock.text.Points;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/**
 * Canvas: the gradebook as the instructor exported it, with the exercises' columns filled in and
 * nothing else touched. A column with a new title would become a new assignment, so only existing
 * columns are filled in. Cells of ungraded work are left as they are.
 */
final class CanvasExport {

  private static final String POINTS_POSSIBLE = "points possible";

  private CanvasExport() {}

  static Exported render(List<Mark> marks, ExportOptions options) {
    String text = options.gradebook();
    if (text == null) {
      throw new ExportException(
          "canvas needs --roster FILE: the gradebook that Canvas exports, to fill in");
    }
    CsvTable table = CsvTable.parse(text);
    if (table.column("ID").isEmpty() || table.column("Student").isEmpty()) {
      throw new ExportException(
          "this is not a Canvas gradebook: its header lacks the columns Student and ID");
    }
    Filling filling = new Filling(table, Roster.parse(text));
    for (String exercise : marks.stream().map(mark -> mark.id().exercise()).distinct().toList()) {
      filling.fill(exercise, marks, options.column());
    }
    return Exported.one(Format.CANVAS, filling.csv(CsvTable.delimiter(text)), filling.warnings);
  }

  /** The gradebook's cells, and what was not filled in. */
  private static final class Filling {

    private final CsvTable table;
    private final Roster roster;
    private final List<List<String>> cells = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Filling(CsvTable table, Roster roster) {
      this.table = table;
      this.roster = roster;
      table.rows().forEach(row -> cells.add(new ArrayList<>(row.cells())));
    }

    void fill(String exercise, List<Mark> marks, @Nullable String title) {
      int column = title == null ? columnOf(exercise) : titled(title);
      double possible = possible(column);
      Map<String, Integer> rowOf = rows();
      Map<Integer, Mark> filled = new HashMap<>();
      for (Mark mark : marks) {
        if (!mark.id().exercise().equals(exercise)) {
          continue;
        }
        Optional<Integer> row = row(mark, rowOf);
        if (row.isEmpty()) {
          warnings.add(mark.id() + " is left out: no one, or more than one, in the gradebook");
        } else if (mark.points().isEmpty()) {
          warnings.add(mark.id() + " is not graded: the cell is left as it is");
        } else if (filled.putIfAbsent(row.get(), mark) != null) {
          warnings.add(mark.id() + " is left out: another submission is by the same person");
        } else {
          set(row.get(), column, scaled(mark, mark.points().get(), possible));
        }
      }
    }

    private String scaled(Mark mark, double points, double possible) {
      double max = mark.result().maxPoints();
      if (possible <= 0 || max <= 0 || possible == max) {
        return Points.shown(points);
      }
      String note =
          "%s has %s points possible in the gradebook, %s here: points are scaled"
              .formatted(mark.id().exercise(), Points.shown(possible), Points.shown(max));
      if (!warnings.contains(note)) {
        warnings.add(note);
      }
      return Points.shown(points * possible / max);
    }

    private Optional<Integer> row(Mark mark, Map<String, Integer> rowOf) {
      return roster
          .find(mark.id().student())
          .map(person -> person.id(Roster.Id.CANVAS_ID))
          .map(rowOf::get);
    }

    private Map<String, Integer> rows() {
      Map<String, Integer> rows = new HashMap<>();
      for (int i = 0; i < table.rows().size(); i++) {
        String id = table.rows().get(i).get("ID");
        if (!id.isEmpty()) {
          rows.put(id, i);
        }
      }
      return rows;
    }

    private double possible(int column) {
      for (CsvTable.Row row : table.rows()) {
        boolean isIt = row.get("Student").toLowerCase(Locale.ROOT).equals(POINTS_POSSIBLE);
        if (isIt && column < row.cells().size()) {
          try {
            return Double.parseDouble(row.cells().get(column).strip());
          } catch (NumberFormatException e) {
            return 0;
          }
        }
      }
      return 0;
    }

    private int titled(String title) {
      return table
          .column(title)
          .orElseThrow(() -> new ExportException("the gradebook has no column '" + title + "'"));
    }

    /** The one column whose title contains the exercise's id as a separate word. */
    private int columnOf(String exercise) {
      Pattern word =
          Pattern.compile("(?<![0-9.])" + Pattern.quote(exercise) + "(?![0-9]|\\.[0-9])");
      List<Integer> found = new ArrayList<>();
      for (int i = 0; i < table.header().size(); i++) {
        if (word.matcher(table.header().get(i)).find()) {
          found.add(i);
        }
      }
      if (found.size() != 1) {
        throw new ExportException(
            (found.isEmpty() ? "no column" : found.size() + " columns")
                + " of the gradebook "
                + (found.size() > 1 ? "have " : "has ")
                + exercise
                + " in the title; name the one to fill with --column, or choose other"
                + " exercises with --exercise");
      }
      return found.get(0);
    }

    private void set(int row, int column, String value) {
      List<String> line = cells.get(row);
      while (line.size() <= column) {
        line.add("");
      }
      line.set(column, value);
    }

    String csv(char delimiter) {
      CSVFormat format =
          CSVFormat.RFC4180.builder().setDelimiter(delimiter).setRecordSeparator("\r\n").get();
      StringBuilder out = new StringBuilder();
      try {
        format.printRecord(out, table.header().toArray());
        for (List<String> line : cells) {
          format.printRecord(out, line.toArray());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return out.toString();
    }
  }
}
