package dev.drydock.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.drydock.check.catalogue.CheckCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CourseOfThisRepositoryTest {

  private static final Path HOME = Path.of("../..");

  private final List<Exercise> exercises =
      ExerciseCatalogue.of(HOME, ExerciseLoader.forChecks(CheckCatalogue.all())).all();

  @Test
  void everyExerciseIsRight() {
    assertThat(exercises).isNotEmpty();
  }

  @Test
  void theCourseIsRight() {
    assertThatCode(() -> Course.load(HOME)).doesNotThrowAnyException();
  }

  @Test
  void everyStarterIsWhatTheStudentFinds() throws Exception {
    for (Exercise exercise : exercises) {
      for (ImageSpec image : exercise.images()) {
        Path starter = exercise.folder().resolve(".starter").resolve(image.name());
        assertThat(starter).as("starter of %s", exercise.id()).isDirectory();
        for (var file : PristineFiles.of(exercise, image).entrySet()) {
          assertThat(Files.readAllBytes(file.getValue()))
              .as("%s of %s", file.getKey(), exercise.id())
              .isEqualTo(
                  Files.readAllBytes(
                      exercise.folder().resolve(image.name()).resolve(file.getKey())));
        }
      }
    }
  }

  /** What one exercise has, the next one of the same app has too; it may have more. */
  @Test
  void anAppThatSeveralExercisesHandOutIsTheSameInAll() throws Exception {
    Map<String, SortedMap<String, Path>> apps = new TreeMap<>();
    int compared = 0;
    for (Exercise exercise : exercises) {
      for (ImageSpec image : exercise.images()) {
        SortedMap<String, Path> files = PristineFiles.of(exercise, image);
        files.keySet().removeIf(image::isEditable);
        SortedMap<String, Path> known = apps.putIfAbsent(image.name(), files);
        for (var file : known == null ? Map.<String, Path>of().entrySet() : known.entrySet()) {
          assertThat(files).as("%s of %s", image.name(), exercise.id()).containsKey(file.getKey());
          assertThat(files.get(file.getKey())).hasSameBinaryContentAs(file.getValue());
          compared++;
        }
      }
    }
    assertThat(compared).isPositive();
  }

  /** A lock that names a registry works only where that registry is. */
  @Test
  void lockFilesNameNoRegistry() throws Exception {
    try (var files = Files.walk(HOME.resolve("exercises"))) {
      List<Path> locks =
          files
              .filter(file -> file.endsWith("package-lock.json"))
              .filter(file -> !file.toString().contains("node_modules"))
              .toList();
      assertThat(locks).isNotEmpty();
      for (Path lock : locks) {
        assertThat(lock).content().doesNotContain("\"resolved\"");
      }
    }
  }
}
