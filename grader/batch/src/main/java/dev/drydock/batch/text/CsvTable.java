package dev.drydock.batch.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with a header, as spreadsheets and learning platforms write it: with or without byte
 * order mark; with commas, semicolons or tabs.
 */
public final class CsvTable {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final List<String> header;
  private final List<Row> rows;

  private CsvTable(List<String> header, List<Row> rows) {
    this.header = List.copyOf(header);
    this.rows = List.copyOf(rows);
  }

  /** One row; missing cells are empty. */
  public static final class Row {

    private final List<String> header;
    private final List<String> cells;
    private final long line;

    private Row(List<String> header, List<String> cells, long line) {
      this.header = header;
      this.cells = List.copyOf(cells);
      this.line = line;
    }

    /** A trimmed cell, by its column's name in any case. */
    public String get(String column) {
      for (int i = 0; i < header.size() && i < cells.size(); i++) {
        if (header.get(i).equals(key(column))) {
          return cells.get(i).strip();
        }
      }
      return "";
    }

    public List<String> cells() {
      return cells;
    }

    public long line() {
      return line;
    }
  }

  /**
   * @throws IllegalArgumentException when it is not CSV
   */
  public static CsvTable parse(String text) {
    String plain = text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(delimiter(plain)).setIgnoreEmptyLines(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(plain), format)) {
      List<String> header = new ArrayList<>();
      List<Row> rows = new ArrayList<>();
      long line = 1;
      for (CSVRecord record : parser) {
        if (header.isEmpty()) {
          record.forEach(header::add);
        } else if (record.stream().anyMatch(cell -> !cell.isBlank())) {
          List<String> keys = header.stream().map(CsvTable::key).toList();
          rows.add(new Row(keys, record.toList(), line));
        }
        line = parser.getCurrentLineNumber() + 1;
      }
      return new CsvTable(header, rows);
    } catch (UncheckedIOException | IOException e) {
      throw new IllegalArgumentException("not a CSV file: " + e.getMessage(), e);
    }
  }

  /** The most frequent separator in the header line. */
  public static char delimiter(String text) {
    String first = text.lines().findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(first, candidate) > count(first, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static String key(String column) {
    return column.strip().toLowerCase(Locale.ROOT);
  }

  /** As written. */
  public List<String> header() {
    return header;
  }

  public List<Row> rows() {
    return rows;
  }

  /** Position of a column, by its name in any case. */
  public Optional<Integer> column(String name) {
    for (int i = 0; i < header.size(); i++) {
      if (key(header.get(i)).equals(key(name))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
