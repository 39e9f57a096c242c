package dev.drydock.batch.export;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an export needs besides the marks.
 *
 * @param roster the class list, null when not given
 * @param gradebook the text of the roster's file, which the Canvas export fills in
 * @param gradebook column to fill in, null to find it by the exercise's id
 * @param starters texts of the Dockerfiles that an exercise hands out, by its id
 */
public record ExportOptions(
    @Nullable Roster roster,
    @Nullable String gradebook,
    @Nullable String column,
    Function<String, List<String>> starters) {

  public static final ExportOptions NONE = new ExportOptions(null, null, null, id -> List.of());

  /**
   * @param csv text of the roster's file
   */
  public static ExportOptions roster(String csv) {
    return new ExportOptions(Roster.parse(csv), csv, null, NONE.starters());
  }

  public ExportOptions withColumn(@Nullable String title) {
    return new ExportOptions(roster, gradebook, title, starters);
  }

  public ExportOptions withStarters(Function<String, List<String>> texts) {
    return new ExportOptions(roster, gradebook, column, texts);
  }
}
