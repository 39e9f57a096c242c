package dev.drydock.batch;

import dev.drydock.batch.entry.Selection;
import dev.drydock.exercise.Exercise;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is to be judged again.
 *
 * @param run the RUN folder
 * @param exercises by id, as they are now; empty for one that no longer exists
 */
public record RegradeSettings(
    Path run,
    Function<String, Optional<Exercise>> exercises,
    Selection selection,
    int jobs,
    Clock clock) {

  /** All entries, on all cores. */
  public static RegradeSettings of(Path run, Function<String, Optional<Exercise>> exercises) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new RegradeSettings(run, exercises, Selection.ALL, cores, Clock.systemUTC());
  }

  public RegradeSettings withSelection(Selection selected) {
    return new RegradeSettings(run, exercises, selected, jobs, clock);
  }
}
