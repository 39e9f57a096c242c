package dev.drydock.check.build;

import static dev.drydock.fixture.EvidenceFixtures.evidence;
import static dev.drydock.fixture.EvidenceFixtures.ignored;
import static dev.drydock.fixture.EvidenceFixtures.sent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.check.CheckInput;
import dev.drydock.check.CheckTexts;
import dev.drydock.evidence.BuildEvidence;
import dev.drydock.fixture.EvidenceFixtures;
import dev.drydock.fixture.ExerciseFixtures;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildMistakeTest {

  private static final String NOT_FOUND =
      "failed to solve: failed to compute cache key: failed to calculate checksum of ref x: \"%s\":"
          + " not found";

  @Test
  void aCopyOutOfTheContextIsNamed() {
    EvidenceFixtures evidence = evidence().replacing("COPY . .", "COPY ../shared .");
    assertThat(explain(evidence.buildFails(3, NOT_FOUND.formatted("/shared"))))
        .hasValueSatisfying(
            text ->
                assertThat(text).contains("../shared", "outside the build context", "backend/"));
  }

  @ParameterizedTest
  @CsvSource({"./example-backend", "backend/main.go", "example/backend/main.go"})
  void aContextMeantToBeTheParentFolderIsNamed(String source) {
    EvidenceFixtures evidence = evidence().replacing("COPY . .", "COPY " + source + " .");
    Optional<String> text = explain(evidence.buildFails(3, NOT_FOUND.formatted("/x")));
    if (source.startsWith("example/")) {
      assertThat(text).hasValueSatisfying(one -> assertThat(one).contains("no such file"));
    } else {
      assertThat(text).hasValueSatisfying(one -> assertThat(one).contains("folder above", source));
    }
  }

  @Test
  void aFileThatIsKeptBackIsNamed() {
    EvidenceFixtures evidence =
        evidence()
            .replacing("COPY . .", "COPY go.sum .")
            .context("go.sum\n", sent("main.go", 1), ignored("go.sum", 1, 1));
    assertThat(explain(evidence.buildFails(3, NOT_FOUND.formatted("/go.sum"))))
        .hasValueSatisfying(text -> assertThat(text).contains("go.sum", ".dockerignore"));
  }

  @Test
  void aFileThatIsNotInTheStageIsNamed() {
    EvidenceFixtures evidence = evidence().replacing("/server /server", "/out/server /server");
    assertThat(explain(evidence.buildFails(7, NOT_FOUND.formatted("/out/server"))))
        .hasValueSatisfying(
            text -> assertThat(text).contains("Line 7", "/out/server", "stage `build`"));
  }

  @Test
  void theNetworkIsNamedWhereTheExerciseGivesNone() {
    BuildEvidence failed = failed("exit code: 6", "curl: (6) Could not resolve host: example.org");
    assertThat(explain(evidence().build(failed)))
        .hasValueSatisfying(text -> assertThat(text).contains("without a network"));
  }

  @ParameterizedTest
  @CsvSource({"useradd,adduser -D", "apt-get,apk add", "apk,apt-get", "gcc,`gcc` is not"})
  void aCommandThatTheBaseHasNotIsNamed(String command, String advice) {
    BuildEvidence failed = failed("exit code: 127", "/bin/sh: 1: " + command + ": not found");
    assertThat(explain(evidence().build(failed)))
        .hasValueSatisfying(text -> assertThat(text).contains("`" + command + "`", advice));
  }

  @Test
  void aToolOfTheProjectsPackagesIsNotLookedForInTheBase() {
    BuildEvidence failed =
        failedRun(
            "npm run build", 127, "> messages@1.0.0 build", "> vite build", "sh: vite: not found");
    assertThat(explain(evidence().build(failed)))
        .hasValueSatisfying(text -> assertThat(text).contains("`vite` comes with", "--omit=dev"));
  }

  /** Words that these tools really print. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          npm error The `npm ci` command can only install with an existing package-lock.json or | no package-lock.json
          npm error `npm ci` can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync. | do not agree
          npm error enoent Could not read package.json: Error: ENOENT: no such file or directory, open '/app/package.json' | no package.json
          npm error Missing script: "biuld" | no script called `biuld`
          npm ERR! missing script: biuld | no script called `biuld`
          go: go.mod file not found in current directory or any parent directory; see 'go help modules' | no go.mod
          no Go files in /src | no source files in /src
          E: Unable to locate package curl | apt-get update
          Do you want to continue? [Y/n] Abort. | apt-get install -y
            nodejs (no such package) | `nodejs`
          """)
  void whatAToolSaysItLacksIsExplained(String words, String explanation) {
    assertThat(explain(evidence().build(failedRun("make", 1, words, "and more words"))))
        .hasValueSatisfying(text -> assertThat(text).contains(explanation));
  }

  @Test
  void aUserWhoMayNotWriteIsNamedWithItsLine() {
    BuildEvidence failed = failedRun("go build -o /server", 1, "mkdir /.cache: permission denied");
    assertThat(explain(evidence().replacing("COPY . .", "USER 1001").build(failed)))
        .hasValueSatisfying(text -> assertThat(text).contains("user `1001`", "line 3"));
    assertThat(explain(evidence().build(failed))).as("without a USER before it").isEmpty();
    assertThat(explain(evidence().replacing("COPY . .", "USER root").build(failed)))
        .as("root may")
        .isEmpty();
    BuildEvidence script = failedRun("./mvnw package", 126, "/bin/sh: ./mvnw: Permission denied");
    assertThat(explain(evidence().replacing("COPY . .", "USER 1001").build(script)))
        .as("a file that is not executable for anybody")
        .isEmpty();
  }

  @Test
  void whatAnEarlierStepSaidIsNoReason() {
    BuildEvidence failed =
        failed(
            "process \"/bin/sh -c make\" did not complete successfully: exit code: 1",
            "RUN apt-get install curl || true",
            "E: Unable to locate package curl",
            "RUN --mount=type=cache,target=/c make",
            "no rule to make target",
            "Dockerfile:4",
            "--------------------",
            "   4 | >>> RUN make",
            "--------------------",
            "ERROR: failed to solve");
    assertThat(explain(evidence().build(failed))).isEmpty();
    assertThat(BuildOutput.lastWords(failed)).contains("no rule to make target");
  }

  @Test
  void anOldClientsLinesAreReadWithoutTheirTimes() {
    BuildEvidence failed =
        failed(
            "executor failed running [/bin/sh -c go build .]: exit code: 1",
            "#5 [1/3] RUN apt-get install curl || true",
            "#5 0.512 E: Unable to locate package curl",
            "#6 [2/3] RUN go build .",
            "#6 0.312 no Go files in /src",
            "#6 ERROR: executor failed running [/bin/sh -c go build .]: exit code: 1",
            "------",
            " > [2/3] RUN go build .:",
            "#6 0.312 no Go files in /src",
            "------");
    assertThat(explain(evidence().build(failed)))
        .hasValueSatisfying(text -> assertThat(text).contains("no source files in /src"));
    assertThat(BuildOutput.lastWords(failed)).contains("no Go files in /src");
  }

  @Test
  void theLastWordsAreThoseOfTheProgram() {
    assertThat(
            BuildOutput.lastWords(
                failedRun(
                    "npm test",
                    1,
                    "2 tests failed",
                    "",
                    "npm notice New major version of npm available! 11.21.2 -> 12.2.0",
                    "npm notice",
                    "npm error A complete log of this run can be found in: /root/.npm/x.log")))
        .contains("2 tests failed");
    assertThat(BuildOutput.lastWords(failed(NOT_FOUND.formatted("/x"), "RUN make", "done")))
        .as("a COPY that fails prints nothing")
        .isEmpty();
  }

  @Test
  void whatNobodyKnowsIsLeftToTheBuilder() {
    assertThat(explain(evidence().buildFails(4, "exit code: 2"))).isEmpty();
    assertThat(explain(evidence())).isEmpty();
    assertThat(explain(evidence().buildFails(4, "golang:9.9: not found"))).isEmpty();
  }

  @Test
  void aStepCannotForgeTheReasonOfAnother() {
    BuildEvidence failed = failed("exit code: 1", "/bin/sh: 1: useradd: not found");
    assertThat(explain(evidence().build(failed))).isEmpty();
  }

  private static BuildEvidence failedRun(String command, int code, String... output) {
    return failed(
        "process \"/bin/sh -c %s\" did not complete successfully: exit code: %d"
            .formatted(command, code),
        Stream.concat(Stream.of("RUN " + command), Stream.of(output)).toArray(String[]::new));
  }

  private static BuildEvidence failed(String message, String... tail) {
    BuildEvidence built =
        EvidenceFixtures.build(
            BuildEvidence.Status.FAILED, "buildkit", "28.5.2", 4, "failed to solve: " + message);
    return new BuildEvidence(
        built.status(),
        built.builder(),
        built.engine(),
        built.store(),
        built.millis(),
        built.steps(),
        built.failedLine(),
        built.message(),
        List.of(tail),
        null,
        List.of());
  }

  private static Optional<String> explain(EvidenceFixtures evidence) {
    return BuildMistake.of(CheckInput.of(evidence.get(), ExerciseFixtures.service()))
        .map(mistake -> CheckTexts.bundled().common(mistake.key(), mistake.values()));
  }
}
