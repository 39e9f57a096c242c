package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {

  @TempDir private Path folder;
  private final InProcess drydock = new InProcess();
  private Path course = Binary.COURSE;

  @Test
  void anUnknownExerciseIsOneLineWithASuggestion() {
    assertThat(run("grade", "3.99")).isEqualTo(2);
    assertThat(drydock.err())
        .contains("there is no exercise '3.99'")
        .contains("Run 'drydock grade --help'")
        .doesNotContain("\tat ");
    assertThat(drydock.out()).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThat(run("grade", "3.9", folder.resolve("nobody").toString(), "--json", "-"))
        .isEqualTo(2);
    assertThat(drydock.err()).contains("no such folder").contains("nobody");
    assertThat(drydock.out()).isEmpty();
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThat(run("grade", "3.9", "--jsn", "-")).isEqualTo(2);
    assertThat(drydock.err()).contains("--jsn");
  }

  @Test
  void anUnknownCommandIsNamed() {
    assertThat(run("graed")).isEqualTo(2);
    assertThat(drydock.err()).contains("graed");
  }

  @Test
  void helpShowsTheCommands() {
    assertThat(run("--help")).isZero();
    assertThat(drydock.out()).contains("grade", "batch", "site", "doctor", "list", "clean");
  }

  @Test
  void listNamesEveryExerciseWithItsPoints() {
    assertThat(run("list")).isZero();
    assertThat(drydock.out()).contains("3.9").contains("20 points").contains("I01");
  }

  @Test
  void aBrokenExerciseIsSaidWithFileLineAndKey() throws Exception {
    Path exercises = Files.createDirectories(folder.resolve("exercises/9.1-broken"));
    Files.writeString(exercises.resolveSibling("course.yaml"), "{}\n");
    Files.writeString(
        exercises.resolve("exercise.yaml"), "id: \"9.1\"\ntitle: Broken\nsumary: x\n");
    course = folder;
    assertThat(run("grade", "9.1", "--json", "-")).isEqualTo(2);
    assertThat(drydock.err())
        .contains("exercise.yaml:3: sumary: is not a key of an exercise; did you mean 'summary'?")
        .doesNotContain("\tat ");
    assertThat(drydock.out()).isEmpty();
  }

  @Test
  void checkFindsWhatIsWrongWithAnyDockerfileAndItsContext() throws Exception {
    Files.writeString(folder.resolve("web.Dockerfile"), "FROM node\nCOPY . .\nCMD npm start\n");
    Files.writeString(folder.resolve(".env"), "TOKEN=1\n");
    assertThat(run("check", folder.resolve("web.Dockerfile").toString())).isEqualTo(1);
    assertThat(drydock.out()).contains("line 1", "D02", "line 3", "D07", "C01", "C04", ".env");
  }

  @Test
  void checkIsContentWithAGoodOne() throws Exception {
    Files.writeString(
        folder.resolve("Dockerfile"),
        """
        FROM golang:1.27 AS build
        COPY main.go /src/
        RUN go build -o /app /src/main.go
        FROM scratch
        COPY --from=build /app /app
        USER 10001
        ENTRYPOINT ["/app"]
        """);
    Files.writeString(folder.resolve(".dockerignore"), "*\n!main.go\n");
    Files.writeString(folder.resolve("main.go"), "package main\nfunc main() {}\n");
    assertThat(run("check", folder.toString())).as(drydock.out()).isZero();
    assertThat(drydock.out()).contains("nothing found");
  }

  @Test
  void theHandOutHasExercisesAndNoSolutions() throws Exception {
    Path out = folder.resolve("handout");
    assertThat(run("package", "--students", "--out", out.toString())).as(drydock.err()).isZero();
    assertThat(out.resolve("solutions")).doesNotExist();
    assertThat(out.resolve("pom.xml")).content().doesNotContain("solutions");
    assertThat(out.resolve("drydock")).isExecutable();
    assertThat(out.resolve(".github/workflows/exercises.yml")).content().contains("mvn -B test");
    assertThat(out.resolve("grader/core/src/main/java/dev/drydock/check/run"))
        .isNotEmptyDirectory();
    assertThat(out.resolve("grader/core/src/test")).doesNotExist();
    assertThat(out.resolve("site/src/test")).doesNotExist();
    Path backend = out.resolve("exercises/3.9-multi-stage-backend");
    assertThat(backend.resolve("backend/main.go")).exists();
    assertThat(backend.resolve("src/test/java")).isNotEmptyDirectory();
    assertThat(backend.resolve("backend/Dockerfile"))
        .hasSameTextualContentAs(backend.resolve(".starter/backend/Dockerfile"));
    assertThat(run("package", "--students", "--out", out.toString())).isEqualTo(2);
    assertThat(drydock.err()).contains("is not empty");
    course = out;
    assertThat(run("demo")).isEqualTo(2);
    assertThat(drydock.err()).contains("the demo grades the course's solutions");
  }

  @Test
  void aNewExerciseIsOneThatCanBeLoaded() throws Exception {
    Files.createDirectories(folder.resolve("exercises"));
    Files.writeString(folder.resolve("exercises/course.yaml"), "{}\n");
    course = folder;
    assertThat(run("new", "3.16", "Health checks")).as(drydock.err()).isZero();
    assertThat(run("list")).isZero();
    assertThat(drydock.out()).contains("3.16", "Health checks", "12 points");
    assertThat(run("new", "3.16", "Again")).isEqualTo(2);
    assertThat(run("new", "x", "Again")).isEqualTo(2);
    assertThat(drydock.err()).contains("already").contains("'x' is not an exercise number");
  }

  @Test
  void checkNeedsAFile() {
    assertThat(run("check", folder.resolve("nothing").toString())).isEqualTo(2);
    assertThat(drydock.err()).contains("no such file");
  }

  private int run(String... arguments) {
    return drydock.run(course, arguments);
  }
}
