package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void course() {
    System.setProperty("drydock.home", Binary.COURSE.toString());
  }

  @Test
  void anUnknownExerciseIsOneLineWithASuggestion() {
    assertThat(run("grade", "3.99")).isEqualTo(2);
    assertThat(err.toString())
        .contains("there is no exercise '3.99'")
        .contains("Run 'drydock grade --help'")
        .doesNotContain("\tat ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThat(run("grade", "3.9", folder.resolve("nobody").toString(), "--json", "-"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("no such folder").contains("nobody");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThat(run("grade", "3.9", "--jsn", "-")).isEqualTo(2);
    assertThat(err.toString()).contains("--jsn");
  }

  @Test
  void anUnknownCommandIsNamed() {
    assertThat(run("graed")).isEqualTo(2);
    assertThat(err.toString()).contains("graed");
  }

  @Test
  void helpShowsTheCommands() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("grade", "batch", "site", "doctor", "list", "clean");
  }

  @Test
  void listNamesEveryExerciseWithItsPoints() {
    assertThat(run("list")).isZero();
    assertThat(out.toString()).contains("3.9").contains("20 points").contains("I01");
  }

  @Test
  void aBrokenExerciseIsSaidWithFileLineAndKey() throws Exception {
    Path exercises = Files.createDirectories(folder.resolve("exercises/9.1-broken"));
    Files.writeString(exercises.resolveSibling("course.yaml"), "{}\n");
    Files.writeString(
        exercises.resolve("exercise.yaml"), "id: \"9.1\"\ntitle: Broken\nsumary: x\n");
    System.setProperty("drydock.home", folder.toString());
    assertThat(run("grade", "9.1", "--json", "-")).isEqualTo(2);
    assertThat(err.toString())
        .contains("exercise.yaml:3: sumary: is not a key of an exercise; did you mean 'summary'?")
        .doesNotContain("\tat ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void checkFindsWhatIsWrongWithAnyDockerfileAndItsContext() throws Exception {
    Files.writeString(folder.resolve("web.Dockerfile"), "FROM node\nCOPY . .\nCMD npm start\n");
    Files.writeString(folder.resolve(".env"), "TOKEN=1\n");
    assertThat(run("check", folder.resolve("web.Dockerfile").toString())).isEqualTo(1);
    assertThat(out.toString()).contains("line 1", "D02", "line 3", "D07", "C01", "C04", ".env");
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
    assertThat(run("check", folder.toString())).as(out.toString()).isZero();
    assertThat(out.toString()).contains("nothing found");
  }

  @Test
  void theHandOutHasExercisesAndNoSolutions() throws Exception {
    Path out = folder.resolve("handout");
    assertThat(run("package", "--students", "--out", out.toString())).as(err.toString()).isZero();
    assertThat(out.resolve("solutions")).doesNotExist();
    assertThat(out.resolve("pom.xml")).content().doesNotContain("solutions");
    assertThat(out.resolve("drydock")).isExecutable();
    assertThat(out.resolve(".github/workflows/exercises.yml")).content().contains("mvn -B test");
    assertThat(out.resolve("grader/core/src/main/java/dev/drydock/check/run"))
        .isNotEmptyDirectory();
    Path backend = out.resolve("exercises/3.9-multi-stage-backend");
    assertThat(backend.resolve("backend/main.go")).exists();
    assertThat(backend.resolve("backend/Dockerfile"))
        .hasSameTextualContentAs(backend.resolve(".starter/backend/Dockerfile"));
    assertThat(run("package", "--students", "--out", out.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("is not empty");
  }

  @Test
  void aNewExerciseIsOneThatCanBeLoaded() throws Exception {
    Files.createDirectories(folder.resolve("exercises"));
    Files.writeString(folder.resolve("exercises/course.yaml"), "{}\n");
    System.setProperty("drydock.home", folder.toString());
    assertThat(run("new", "3.16", "Health checks")).as(err.toString()).isZero();
    assertThat(run("list")).isZero();
    assertThat(out.toString()).contains("3.16", "Health checks", "12 points");
    assertThat(run("new", "3.16", "Again")).isEqualTo(2);
    assertThat(run("new", "x", "Again")).isEqualTo(2);
    assertThat(err.toString()).contains("already").contains("'x' is no exercise's number");
  }

  @Test
  void checkNeedsAFile() {
    assertThat(run("check", folder.resolve("nothing").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("no such file");
  }

  private int run(String... arguments) {
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), Map.of("NO_COLOR", "1"), arguments);
  }
}
