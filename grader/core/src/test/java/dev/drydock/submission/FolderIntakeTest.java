package dev.drydock.submission;

import static dev.drydock.exercise.ExerciseFolder.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.exercise.Exercise;
import dev.drydock.submission.Submission.Accepted;
import dev.drydock.submission.Submission.MissingImage;
import dev.drydock.submission.Submission.NotGradable;
import dev.drydock.submission.choice.Intake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderIntakeTest {

  private static final String MINE = "FROM scratch\n";

  @TempDir Path home;
  @TempDir Path work;
  @TempDir Path temporary;
  private Exercise exercise;

  @BeforeEach
  void loadExercise() {
    exercise = Exercises.oneImage(home);
  }

  @Test
  void theExercisesLayoutNeedsNoNote() {
    file(work, "backend/Dockerfile", MINE);
    file(work, "backend/.dockerignore", ".git\n");
    file(work, "backend/main.go", "package cheat\n");
    file(work, "pom.xml", "<project/>");

    Accepted accepted = accepted();

    assertThat(accepted.notes()).isEmpty();
    assertThat(accepted.missing()).isEmpty();
    assertThat(accepted.ignored())
        .isEqualTo(new IgnoredFiles(List.of("backend/main.go", "pom.xml"), 2));
    assertThat(files(accepted))
        .containsExactly(
            "backend/.dockerignore as .dockerignore", "backend/Dockerfile as Dockerfile");
    assertThat(accepted.image("backend").orElseThrow().dockerfile().text()).isEqualTo(MINE);
  }

  @Test
  void withOneImageTheDockerfileMayLieAtTheTop() {
    file(work, "Dockerfile", MINE);
    file(work, ".dockerignore", ".git\n");

    Accepted accepted = accepted();

    assertThat(accepted.notes()).isEmpty();
    assertThat(files(accepted))
        .containsExactly(".dockerignore as .dockerignore", "Dockerfile as Dockerfile");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "backend.Dockerfile",
        "Dockerfile.after",
        "Dockerfile_backend",
        "backDockerfile",
        "back Dockerfile",
        "dockerfile",
        "DOCKERFILE",
        "Dockerfile.txt",
        "docker file",
        "Dockerfile-3.9",
        "Dockerfile (1)",
        "my-server/Dockerfile",
        "submission/backend/Dockerfile",
        "3.9/Dockerfile",
        "part3/exercise3.9/backend/Dockerfile",
        "course/exercises/3.9-multi-stage-backend/backend/Dockerfile"
      })
  void theNamesStudentsUseAreFound(String name) {
    file(work, name, MINE);

    assertThat(accepted().image("backend").orElseThrow().dockerfile())
        .returns("Dockerfile", SubmittedFile::name)
        .returns(MINE, SubmittedFile::text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frontend.Dockerfile",
        "frontend/Dockerfile",
        "Dockerfile.before",
        "old/Dockerfile",
        "Dockerfile-3.8",
        "3.8/Dockerfile",
        "Dockerfile.dockerignore",
        "Dockerfile.md",
        ".starter/backend/Dockerfile",
        "__MACOSX/backend/._Dockerfile",
        "._Dockerfile",
        "node_modules/some/Dockerfile"
      })
  void filesThatSayTheyAreSomethingElseAreNotTaken(String name) {
    file(work, name, MINE);

    assertThat(notGradable().reason())
        .startsWith("there is no Dockerfile for backend: expected backend/Dockerfile");
  }

  @ParameterizedTest(name = "{0} rather than {1}")
  @CsvSource({
    "backend/Dockerfile, Dockerfile",
    "backend/Dockerfile, backend/Dockerfile.after",
    "Dockerfile, Dockerfile.after",
    "Dockerfile, dockerfile",
    "Dockerfile.after, Dockerfile.before",
    "Dockerfile.after, Dockerfile.one",
    "backend.Dockerfile, frontend.Dockerfile",
    "backend.Dockerfile, other.Dockerfile",
    "backend.Dockerfile.after, backend.Dockerfile",
    "backend/Dockerfile.txt, Dockerfile",
    "3.9/backend/Dockerfile, 3.8/backend/Dockerfile",
    "a/backend/Dockerfile, b/Dockerfile",
  })
  void theBetterFitIsTaken(String better, String other) {
    file(work, better, MINE);
    file(work, other, "FROM other:1\n");

    assertThat(accepted().image("backend").orElseThrow().dockerfile().text()).isEqualTo(MINE);
  }

  @Test
  void itIsSaidWhichFileWasTakenAndWhy() {
    file(work, "Dockerfile.after", MINE);
    file(work, "Dockerfile.first", MINE);

    assertThat(accepted().notes())
        .containsExactly(
            "backend: Dockerfile.after is used because its name says it is the later one (there"
                + " are also Dockerfile.first)");
  }

  @Test
  void equalFitsAreAskedAbout() {
    file(work, "Dockerfile.a", MINE);
    file(work, "Dockerfile.b", "FROM busybox:1\n");

    assertThat(notGradable().reason())
        .isEqualTo(
            "several files could be the Dockerfile of backend: Dockerfile.a,"
                + " Dockerfile.b. Rename the right one to backend/Dockerfile");
  }

  @Test
  void equalFitsWithTheSameContentAreNotAskedAbout() {
    file(work, "Dockerfile.a", MINE);
    file(work, "Dockerfile.b", MINE);

    assertThat(accepted().images()).hasSize(1);
  }

  @Test
  void anUntouchedStarterGivesWayToAFileThatWasWorkedOn() {
    file(work, "backend/Dockerfile", Exercises.STARTER);
    file(work, "backend/Dockerfile.mine", MINE);

    Accepted accepted = accepted();

    assertThat(accepted.image("backend").orElseThrow().dockerfile().text()).isEqualTo(MINE);
    assertThat(accepted.notes()).contains("backend: backend/Dockerfile is the unchanged starter");
  }

  @Test
  void anUntouchedStarterAloneIsGraded() {
    file(work, "backend/Dockerfile", Exercises.STARTER);

    assertThat(accepted().images()).hasSize(1);
  }

  @Test
  void anEmptyFolderIsNotGradable() {
    assertThat(notGradable().reason())
        .isEqualTo("there is no Dockerfile for backend: expected backend/Dockerfile");
  }

  @Test
  void filesLeftAsideAreNamed() {
    file(work, "Dockerfile.old", MINE);

    assertThat(notGradable().reason())
        .endsWith("; ignored, as they seem to be something else: Dockerfile.old");
  }

  @Test
  void aFolderCalledDockerfileIsToldAsSuch() {
    file(work, "backend/Dockerfile/readme", "");

    assertThat(notGradable().reason()).isEqualTo("backend/Dockerfile is a folder, not a file");
  }

  @Test
  void withTwoImagesEachGetsItsOwnFile() {
    exercise = Exercises.twoImages(home);
    file(work, "Dockerfile_frontend", "FROM a:1\n");
    file(work, "backDockerfile", "FROM b:1\n");

    Accepted accepted = accepted();

    assertThat(accepted.image("frontend").orElseThrow().dockerfile().text())
        .isEqualTo("FROM a:1\n");
    assertThat(accepted.image("backend").orElseThrow().dockerfile().text()).isEqualTo("FROM b:1\n");
  }

  @Test
  void withTwoImagesADockerfileAtTheTopIsForNeither() {
    exercise = Exercises.twoImages(home);
    file(work, "Dockerfile", MINE);

    assertThat(notGradable().reason())
        .isEqualTo(
            "there is no Dockerfile for frontend: expected frontend/Dockerfile;"
                + " ignored, as they seem to be something else: Dockerfile");
  }

  @Test
  void anImageWithoutAFileDoesNotTakeTheOtherDown() {
    exercise = Exercises.twoImages(home);
    file(work, "backend/Dockerfile", MINE);

    Accepted accepted = accepted();

    assertThat(accepted.images()).extracting(SubmittedImage::name).containsExactly("backend");
    assertThat(accepted.missing()).extracting(MissingImage::name).containsExactly("frontend");
  }

  @Test
  void theIgnoreFileNamedAfterTheDockerfileGoesWithIt() {
    file(work, "Dockerfile.after", MINE);
    file(work, "Dockerfile.after.dockerignore", "**/x\n");
    file(work, ".dockerignore", "**/y\n");

    assertThat(accepted().image("backend").orElseThrow().file(".dockerignore").orElseThrow().text())
        .isEqualTo("**/x\n");
  }

  @Test
  void otherEditableFilesAreTakenBesideTheDockerfileOrFromTheImagesFolder() {
    exercise = Exercises.withMoreFiles(home);
    file(work, "Dockerfile", MINE);
    file(work, "passwd", "app:x:1:1::/:\n");
    file(work, "echo/src/a/b.go", "package b\n");
    file(work, "echo/main.go", "package main\n");

    Accepted accepted = accepted();

    assertThat(files(accepted))
        .containsExactly(
            "Dockerfile as Dockerfile", "passwd as passwd", "echo/src/a/b.go as src/a/b.go");
    assertThat(accepted.ignored().paths()).containsExactly("echo/main.go");
  }

  @Test
  void ofAWholeProjectEveryFileIsTaken() throws Exception {
    exercise = Exercises.project(home);
    file(work, "project/Dockerfile", MINE);
    file(work, "project/src/main.rs", "fn main() {}\n");
    file(work, "project/node_modules/a/index.js", "");
    file(work, "project/.git/HEAD", "ref");
    file(work, "notes.txt", "");
    Files.createSymbolicLink(work.resolve("project/link"), Path.of("/etc/passwd"));

    Accepted accepted = accepted();

    assertThat(files(accepted))
        .containsExactly("project/Dockerfile as Dockerfile", "project/src/main.rs as src/main.rs");
    assertThat(accepted.ignored().paths())
        .containsExactly("notes.txt", "project/.git/", "project/link", "project/node_modules/");
    assertThat(accepted.notes()).containsExactly("project/link is a symbolic link: ignored");
  }

  @Test
  void aProjectMayBeTheSubmissionItself() {
    exercise = Exercises.project(home);
    file(work, "Dockerfile", MINE);
    file(work, "src/main.rs", "");

    assertThat(files(accepted())).contains("src/main.rs as src/main.rs");
  }

  @Test
  void toolsFoldersAreNamedOnce() {
    file(work, "backend/Dockerfile", MINE);
    for (int i = 0; i < 50; i++) {
      file(work, "backend/node_modules/p" + i + "/index.js", "");
    }

    assertThat(accepted().ignored())
        .isEqualTo(new IgnoredFiles(List.of("backend/node_modules/"), 1));
  }

  @Test
  void ofManyIgnoredFilesTheFirstThousandAreNamed() throws Exception {
    file(work, "Dockerfile", MINE);
    for (int i = 0; i < 1_100; i++) {
      Files.createFile(work.resolve("f%04d".formatted(i)));
    }

    IgnoredFiles ignored = accepted().ignored();

    assertThat(ignored.total()).isEqualTo(1_100);
    assertThat(ignored.paths()).hasSize(1_000).isSorted().contains("f0999").doesNotContain("f1000");
  }

  @Test
  void aDockerfileAloneIsASubmission() {
    Path file = file(work, "backend.Dockerfile", MINE);

    assertThat(Intake.using(temporary).read(exercise, file)).isInstanceOf(Accepted.class);
  }

  @Test
  void theSameBytesHaveTheSameKeyWhereverTheyLie(@TempDir Path other) {
    file(work, "backend/Dockerfile", MINE);
    file(work, "readme", "by a");
    Accepted one = accepted();
    Accepted two = (Accepted) read(file(other, "Dockerfile.after", MINE).getParent());
    file(other, ".dockerignore", "x");
    Accepted three = (Accepted) read(other);

    assertThat(one.contentKey()).isEqualTo(two.contentKey()).isNotEqualTo(three.contentKey());
  }

  private static List<String> files(Accepted accepted) {
    return accepted.images().stream()
        .flatMap(image -> image.files().stream())
        .map(file -> file.source() + " as " + file.name())
        .toList();
  }

  private Submission read(Path source) {
    Submission submission = Intake.using(temporary).read(exercise, source);
    assertThat(temporary).isEmptyDirectory();
    return submission;
  }

  private Accepted accepted() {
    Submission submission = read(work);
    assertThat(submission).isInstanceOf(Accepted.class);
    return (Accepted) submission;
  }

  private NotGradable notGradable() {
    Submission submission = read(work);
    assertThat(submission).isInstanceOf(NotGradable.class);
    return (NotGradable) submission;
  }
}
