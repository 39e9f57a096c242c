package dev.drydock.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.check.catalogue.CheckCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageLimitsTest {

  private static final ExerciseLoader LOADER = ExerciseLoader.forChecks(CheckCatalogue.all());

  /** A number that an exercise.yaml sets for a check. */
  private static final Pattern SET =
      Pattern.compile("\\b(?:max|maxRatio|maxCount|points): (\\d+(?:\\.\\d+)?)");

  @TempDir Path temp;

  static List<Exercise> exercises() {
    return ExerciseCatalogue.of(Path.of("../.."), LOADER).all();
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void thePageStatesTheLimitsAndThePointsOfTheExercise(Exercise exercise) {
    assertThat(PageLimits.defects(exercise, page(exercise))).isEmpty();
  }

  /** Whatever number is changed in an exercise, its page is no longer right. */
  @ParameterizedTest
  @MethodSource("exercises")
  void noNumberIsChangedUnnoticed(Exercise exercise) throws IOException {
    String yaml = Files.readString(exercise.folder().resolve(ExerciseLoader.FILE_NAME));
    List<MatchResult> numbers = SET.matcher(yaml).results().toList();
    assertThat(numbers).hasSizeGreaterThan(5);
    Path copy = Files.createDirectories(temp.resolve(exercise.folderName()));
    copyNames(exercise.folder(), copy);
    for (MatchResult number : numbers) {
      double value = Double.parseDouble(number.group(1));
      String other =
          value == 0
              ? "1"
              : value <= 1 && number.group().startsWith("maxR")
                  ? "0.9"
                  : String.valueOf(value * 1.5);
      Files.writeString(
          copy.resolve(ExerciseLoader.FILE_NAME),
          yaml.substring(0, number.start(1)) + other + yaml.substring(number.end(1)));
      assertThat(noticed(copy, page(exercise))).as(exercise.id() + ": " + number.group()).isTrue();
    }
  }

  /** By the page's test, or because the file itself is wrong now. */
  private static boolean noticed(Path folder, String page) {
    try {
      return !PageLimits.defects(LOADER.load(folder), page).isEmpty();
    } catch (InvalidExercise e) {
      return true;
    }
  }

  /** Folders and empty files of the same names: enough for an exercise to be read. */
  private static void copyNames(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.createFile(copy);
        }
      }
    }
  }

  private static String page(Exercise exercise) {
    try {
      return Files.readString(exercise.folder().resolve("README.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
