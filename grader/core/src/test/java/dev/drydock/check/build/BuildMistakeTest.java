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
