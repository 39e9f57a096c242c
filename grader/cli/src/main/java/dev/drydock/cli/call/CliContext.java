package dev.drydock.cli.call;

import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.exercise.Course;
import dev.drydock.exercise.ExerciseCatalogue;
import dev.drydock.exercise.ExerciseLoader;
import dev.drydock.report.ConsoleStyle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a command runs: environment, terminal, and the course it works on.
 *
 * @param env of the process
 * @param named the course's folder given by the launcher, null to look for it
 */
public record CliContext(Map<String, String> env, @Nullable Path named) {

  public CliContext {
    env = Map.copyOf(env);
  }

  public static CliContext ofThisProcess() {
    String named = System.getProperty("drydock.home", "");
    return new CliContext(System.getenv(), named.isBlank() ? null : Path.of(named));
  }

  /** The course's folder: the one given by the launcher, or the nearest one above. */
  public Path courseFolder() {
    if (named != null) {
      return named;
    }
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("exercises").resolve("course.yaml"))) {
        return folder;
      }
    }
    throw new UsageException(
        "no course here: expected exercises/course.yaml in or above "
            + Path.of("").toAbsolutePath()
            + " (or use the drydock launcher)");
  }

  public ExerciseCatalogue catalogue() {
    return ExerciseCatalogue.of(courseFolder(), ExerciseLoader.forChecks(CheckCatalogue.all()));
  }

  public Course course() {
    return Course.load(courseFolder());
  }

  public DrydockHome home() {
    return DrydockHome.resolve();
  }

  /** Colors only on a terminal, and never where NO_COLOR is set. */
  public ConsoleStyle style() {
    boolean terminal = isTerminal("out");
    boolean colour = terminal && env.getOrDefault("NO_COLOR", "").isEmpty();
    return new ConsoleStyle(colour, terminal ? columns() : 100);
  }

  /** Whether standard output ({@code out}) or standard error ({@code err}) is a terminal. */
  public boolean isTerminal(String stream) {
    String said = System.getProperty("drydock.terminal." + stream);
    return said == null ? System.console() != null : Boolean.parseBoolean(said);
  }

  private int columns() {
    String columns = env.getOrDefault("COLUMNS", "");
    return columns.matches("\\d{2,3}") ? Integer.parseInt(columns) : 90;
  }
}
