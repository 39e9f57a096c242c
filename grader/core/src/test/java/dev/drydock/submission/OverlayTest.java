package dev.drydock.submission;

import static dev.drydock.exercise.ExerciseFolder.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.submission.Submission.Accepted;
import dev.drydock.submission.choice.Intake;
import dev.drydock.submission.workspace.Overlay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayTest {

  @TempDir Path home;
  @TempDir Path work;
  @TempDir Path temporary;
  @TempDir Path parent;

  @Test
  void theStudentsEditableFilesLieOverThePristineExercise() throws Exception {
    file(work, "backend/Dockerfile", "FROM scratch\n");
    file(work, "backend/main.go", "package cheat\n");

    Path folder = overlay(Exercises.oneImage(home));

    assertThat(files(folder)).containsExactly("Dockerfile", "main.go");
    assertThat(folder.resolve("Dockerfile")).hasContent("FROM scratch");
    assertThat(folder.resolve("main.go")).hasContent("package main");
  }

  @Test
  void whatIsNotHandedInIsTheStarters() throws Exception {
    file(work, "Dockerfile", "FROM scratch\n");

    Path folder = overlay(Exercises.withMoreFiles(home));

    assertThat(files(folder)).containsExactly("Dockerfile", "main.go", "passwd");
  }

  @Test
  void anIgnoreFileIsThereOnlyIfHandedInOrShipped() throws Exception {
    Exercise exercise = Exercises.oneImage(home);
    file(exercise.folder(), ".starter/backend/Dockerfile", Exercises.STARTER);
    file(exercise.folder(), "backend/.dockerignore", "left by the student who owns this folder");
    file(work, "Dockerfile", "FROM scratch\n");

    assertThat(files(overlay(exercise))).containsExactly("Dockerfile", "main.go");
  }

  @Test
  void theStarterIsTheOneHandedOutWhateverHappenedInTheFolder() throws Exception {
    Exercise exercise = Exercises.oneImage(home);
    file(exercise.folder(), ".starter/backend/Dockerfile", "FROM the:starter\n");
    file(exercise.folder(), "backend/Dockerfile", "FROM the:student\n");
    Path folder = parent.resolve("starter");

    Overlay.writeStarter(exercise, exercise.images().get(0), folder);

    assertThat(folder.resolve("Dockerfile")).hasContent("FROM the:starter");
  }

  @Test
  void ofAWholeProjectNothingOfTheExerciseIsUsed() throws Exception {
    file(work, "project/Dockerfile", "FROM scratch\n");
    file(work, "project/src/main.rs", "");

    assertThat(files(overlay(Exercises.project(home))))
        .containsExactly("Dockerfile", "src/main.rs");
  }

  @Test
  void modesAndTimesAreAlwaysTheSame() throws Exception {
    file(work, "project/Dockerfile", "FROM scratch\n");
    Path script = file(work, "project/src/run.sh", "");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    Files.setPosixFilePermissions(
        work.resolve("project/Dockerfile"), PosixFilePermissions.fromString("rw-rw-rw-"));

    Path folder = overlay(Exercises.project(home));

    assertThat(mode(folder.resolve("Dockerfile"))).isEqualTo("rw-r--r--");
    assertThat(mode(folder.resolve("src/run.sh"))).isEqualTo("rwxr-xr-x");
    assertThat(mode(folder.resolve("src"))).isEqualTo("rwxr-xr-x");
    assertThat(time(folder.resolve("Dockerfile"))).isBefore(Instant.parse("2025-05-01T00:00:00Z"));
    Path again = overlay(Exercises.project(home), "again");
    assertThat(time(again.resolve("Dockerfile"))).isEqualTo(time(folder.resolve("Dockerfile")));
    assertThat(time(again.resolve("src"))).isEqualTo(time(folder.resolve("src")));
  }

  /** BuildKit takes files of the same length and time for the ones it has already been sent. */
  @Test
  void filesOfTheSameLengthHaveTimesOfTheirOwn() throws Exception {
    file(work, "project/Dockerfile", "FROM scratch\n");
    file(work, "project/one", "1");
    file(work, "project/two", "2");

    Path folder = overlay(Exercises.project(home));

    assertThat(time(folder.resolve("one"))).isNotEqualTo(time(folder.resolve("two")));
  }

  @Test
  void anotherFoldersContentIsNeverMixedIn() {
    Exercise exercise = Exercises.oneImage(home);
    file(parent, "there", "");

    assertThatThrownBy(() -> Overlay.writeStarter(exercise, exercise.images().get(0), parent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not empty");
  }

  @Test
  void aNameThatLeavesTheFolderIsRefusedHereToo() {
    Exercise exercise = Exercises.oneImage(home);
    ImageSpec image = exercise.images().get(0);
    SubmittedFile outside =
        SubmittedFile.of("../out", "x", false, "x".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(
            () ->
                Overlay.write(
                    exercise,
                    image,
                    new SubmittedImage("backend", outside, List.of(outside)),
                    parent.resolve("new")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(parent.resolve("out")).doesNotExist();
  }

  private Path overlay(Exercise exercise) {
    return overlay(exercise, "context");
  }

  private Path overlay(Exercise exercise, String name) {
    ImageSpec image = exercise.images().get(0);
    Accepted accepted = (Accepted) Intake.using(temporary).read(exercise, work);
    Path folder = parent.resolve(name);
    Overlay.write(exercise, image, accepted.image(image.name()).orElseThrow(), folder);
    return folder;
  }

  static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private static Instant time(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant();
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
