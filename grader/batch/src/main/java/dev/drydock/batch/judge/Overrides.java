package dev.drydock.batch.judge;

import dev.drydock.batch.entry.EntryId;
import dev.drydock.batch.store.RunFolder;
import dev.drydock.batch.store.RunFolderException;
import dev.drydock.batch.text.CsvTable;
import dev.drydock.text.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The instructor's decisions, which override the grader's: {@code overrides.csv} with the columns
 * {@code student,exercise,points,comment}. Empty points leave the grade as it is.
 */
public final class Overrides {

  /** Name of the file in a RUN folder. */
  public static final String FILE = "overrides.csv";

  private final Map<EntryId, Decision> byEntry;

  private Overrides(Map<EntryId, Decision> byEntry) {
    this.byEntry = Map.copyOf(byEntry);
  }

  /**
   * @param points null to keep the grade
   */
  public record Decision(@Nullable Double points, String comment) {}

  public static Overrides none() {
    return new Overrides(Map.of());
  }

  /** Those in a RUN folder; none without the file. */
  public static Overrides of(RunFolder folder) {
    Path file = folder.root().resolve(FILE);
    try {
      return parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      return none();
    } catch (CharacterCodingException e) {
      throw new RunFolderException(FILE + " is not UTF-8: save it as CSV in UTF-8");
    } catch (IllegalArgumentException e) {
      throw new RunFolderException(FILE + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws RunFolderException with every line that is wrong
   */
  public static Overrides parse(String csv) {
    CsvTable table = CsvTable.parse(csv);
    List<String> problems = new ArrayList<>();
    for (String column : List.of("student", "exercise", "points")) {
      if (table.column(column).isEmpty()) {
        problems.add("it has no column '" + column + "'");
      }
    }
    Map<EntryId, Decision> overrides = new HashMap<>();
    for (CsvTable.Row row : problems.isEmpty() ? table.rows() : List.<CsvTable.Row>of()) {
      read(row, overrides, problems);
    }
    if (!problems.isEmpty()) {
      throw new RunFolderException(FILE + ": " + String.join("; ", problems));
    }
    return new Overrides(overrides);
  }

  private static void read(
      CsvTable.Row row, Map<EntryId, Decision> overrides, List<String> problems) {
    String student = row.get("student");
    String exercise = row.get("exercise");
    String points = row.get("points");
    if (student.isEmpty() || exercise.isEmpty()) {
      problems.add("line " + row.line() + " names no student or exercise");
      return;
    }
    try {
      Double value = points.isEmpty() ? null : (Double) Double.parseDouble(points);
      if (value != null && !(value >= 0 && value < 1e6)) {
        throw new NumberFormatException();
      }
      Decision old =
          overrides.put(new EntryId(student, exercise), new Decision(value, row.get("comment")));
      if (old != null) {
        problems.add("line " + row.line() + ": " + student + " " + exercise + " appears twice");
      }
    } catch (NumberFormatException e) {
      problems.add("line " + row.line() + ": '" + points + "' is not a number of points");
    }
  }

  public Optional<Decision> of(EntryId id) {
    return Optional.ofNullable(byEntry.get(id));
  }

  /** Named entries that are not in the run, as sentences: probably misspelled. */
  public List<String> strangers(RunFolder folder) {
    Set<EntryId> known =
        folder.manifest().stream()
            .flatMap(manifest -> manifest.entries().stream())
            .map(line -> new EntryId(line.student(), line.exercise()))
            .collect(Collectors.toSet());
    return byEntry.keySet().stream()
        .filter(id -> !known.contains(id))
        .sorted()
        .map(id -> FILE + ": there is no '" + Printable.line(id.toString(), 80) + "' in this run")
        .toList();
  }
}
