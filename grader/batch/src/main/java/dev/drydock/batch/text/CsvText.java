package dev.drydock.batch.text;

import dev.drydock.text.Points;
import dev.drydock.text.Printable;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** Writes CSV (RFC 4180). Text that a spreadsheet would take for a formula is made plain text. */
public final class CsvText {

  /** The longest text a cell of common spreadsheets holds. */
  private static final int LONGEST_CELL = 32_000;

  private static final String FORMULA = "=+-@\t\r\n\u0000\uFF1D\uFF0B\uFF0D\uFF20";

  private final StringBuilder out = new StringBuilder();
  private final CSVFormat format = CSVFormat.RFC4180;

  /** Add a row of cells as they are. */
  public CsvText row(List<String> cells) {
    out.append(format.format(cells.toArray())).append("\r\n");
    return this;
  }

  /** Begin a row. */
  public Cells row() {
    return new Cells();
  }

  /** Cells of one row. */
  public final class Cells {

    private final List<String> cells = new ArrayList<>();

    private Cells() {}

    /** Text that someone else wrote. */
    public Cells text(String text) {
      cells.add(guarded(Printable.line(text, LONGEST_CELL)));
      return this;
    }

    public Cells number(double value) {
      cells.add(Points.shown(value));
      return this;
    }

    /** A cell of the grader's own text. */
    public Cells plain(Object value) {
      cells.add(value.toString());
      return this;
    }

    public Cells blank() {
      return plain("");
    }

    public CsvText end() {
      return row(cells);
    }
  }

  /** Whether a spreadsheet might evaluate a text. */
  public static boolean isFormula(String text) {
    String stripped = text.stripLeading();
    return (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0)
        || (!stripped.isEmpty() && FORMULA.indexOf(stripped.charAt(0)) >= 0);
  }

  /** A text, with an apostrophe in front if it might be taken for a formula. */
  public static String guarded(String text) {
    return isFormula(text) ? "'" + text : text;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
