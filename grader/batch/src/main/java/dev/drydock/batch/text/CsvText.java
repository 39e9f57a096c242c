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

  /** Add a row of texts. */
  public CsvText row(List<String> texts) {
    Cells cells = row();
    texts.forEach(cells::text);
    return cells.end();
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

    /** Text that must be as it is: what {@link #isPlain} does not hold for is refused. */
    public Cells plain(Object value) {
      String text = value.toString();
      if (!isPlain(text)) {
        throw new IllegalArgumentException("not plain: " + Printable.line(text, 80));
      }
      cells.add(text);
      return this;
    }

    public Cells blank() {
      return plain("");
    }

    public CsvText end() {
      out.append(format.format(cells.toArray())).append("\r\n");
      return CsvText.this;
    }
  }

  /** Whether a text can stand in a cell as it is. */
  public static boolean isPlain(String text) {
    return !isFormula(text) && text.equals(Printable.line(text, LONGEST_CELL));
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
