package dev.drydock.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Image;
import dev.drydock.engine.RequiresEngine;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.exercise.Course;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExerciseFolder;
import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.CheckResult.Result;
import dev.drydock.verdict.SubmissionResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of the grader one after the other on one builder, which remembers. */
@RequiresEngine
@Execution(ExecutionMode.CONCURRENT)
class GraderEngineTest {

  private static final String EXERCISE =
      """
      id: "1"
      title: Two of a length
      summary: Nobody gets the other's.
      images:
        - name: tool
          editable: [Dockerfile, word]
          buildNetwork: none
          commands: [{name: ends well, exitCode: 0}]
          checks: {D01: {points: 0}}
      """;

  @TempDir private Path home;

  @Test
  void eachIsBuiltFromItsOwnFilesThoughOthersAreAsLong() {
    Path folder = home.resolve("exercises/1-two");
    ExerciseFolder.file(folder, "exercise.yaml", EXERCISE);
    ExerciseFolder.file(folder, "tool/Dockerfile", "FROM busybox:1.37\n");
    Exercise exercise = ExerciseFolder.load(folder);
    assertThat(seen(exercise, "1001", "aye")).containsExactly("1001", "/aye");
    assertThat(seen(exercise, "1002", "nay")).containsExactly("1002", "/nay");
  }

  /**
   * User and folder of an image whose Dockerfile names the one and copied a file with the other.
   */
  private List<String> seen(Exercise exercise, String user, String word) {
    Path submission = home.resolve(word);
    ExerciseFolder.file(submission, "tool/word", word);
    ExerciseFolder.file(
        submission,
        "tool/Dockerfile",
        """
        FROM busybox:1.37
        COPY word /
        RUN mv /word /$(cat /word)
        USER %s
        CMD ["true"]
        """
            .formatted(user));
    try (Grader grader = new Grader(Course.unspecified(), DrydockHome.resolve(), "auto")) {
      GradedSubmission graded = grader.grade(exercise, submission, Progress.NONE);
      ImageAnatomy image = Objects.requireNonNull(graded.evidence().get(0).anatomy(), "not built");
      String moved = image.files().largest().get(0).path();
      return List.of(image.config().user(), moved);
    }
  }

  private static final String SALTED =
      """
      id: "3"
      title: What lies about
      summary: It may be in the way.
      images:
        - name: tool
          buildNetwork: none
          salt: [.git/, .env]
          commands: [{name: ends well, exitCode: 0}]
          checks: {D01: {points: 1}, C01: {points: 1}, C04: {points: 1}, I06: {points: 1}, R01: {points: 1}}
      """;

  /** As Go does, whose build looks at the repository it is in. */
  @ParameterizedTest
  @ValueSource(strings = {"buildkit", "classic"})
  void aBuildThatFailsOnlyBecauseOfWhatWePlantedIsJudgedWithoutIt(String builder) {
    Path folder = home.resolve("exercises/3-salted");
    ExerciseFolder.file(folder, "exercise.yaml", SALTED);
    ExerciseFolder.file(folder, "tool/Dockerfile", "FROM busybox:1.37\n");
    Exercise exercise = ExerciseFolder.load(folder);
    String copy = "WORKDIR /src\nCOPY . .\n";
    assertThat(failed(exercise, builder, copy + "RUN test ! -e .git\n"))
        .containsExactlyInAnyOrder("C01", "C04", "I06");
    assertThat(failed(exercise, builder, copy)).containsExactlyInAnyOrder("C01", "C04", "I06");
    Path submission = home.resolve("still-failing");
    ExerciseFolder.file(
        submission, "tool/Dockerfile", "FROM busybox:1.37\n" + copy + "RUN test ! -e Dockerfile\n");
    try (Grader grader = new Grader(Course.unspecified(), DrydockHome.resolve(), builder)) {
      assertThat(grader.grade(exercise, submission, Progress.NONE).result().message())
          .contains("line 4: the image does not build");
    }
  }

  @Test
  void whatIsRefusedBeforeItIsBuiltStillTeaches() {
    Path folder = home.resolve("exercises/3-salted");
    ExerciseFolder.file(folder, "exercise.yaml", SALTED);
    ExerciseFolder.file(folder, "tool/Dockerfile", "FROM busybox:1.37\n");
    Exercise exercise = ExerciseFolder.load(folder);
    Path submission = home.resolve("refused");
    ExerciseFolder.file(submission, "tool/Dockerfile", "FROM somebody/solution\nCMD true\n");
    try (Grader grader = new Grader(Course.unspecified(), DrydockHome.resolve(), "auto")) {
      GradedSubmission graded = grader.grade(exercise, submission, Progress.NONE);
      assertThat(graded.result().state()).isEqualTo(SubmissionResult.State.NOT_GRADABLE);
      assertThat(graded.result().message()).contains("somebody/solution");
      assertThat(graded.evidence()).isEmpty();
      assertThat(graded.result().images().get(0).checks())
          .filteredOn(check -> List.of("D02", "D07", "C01").contains(check.id()))
          .extracting(CheckResult::outcome)
          .containsOnly(Result.FAIL);
    }
  }

  private static final String OWN_PROJECT =
      """
      id: "4"
      title: What it was before
      summary: It is compared with that.
      images:
        - name: project
          editable: ["**"]
          commands: [{name: ends well, exitCode: 0}]
          checks: {D01: {points: 0}, I02: {points: 1, maxRatio: 0.9}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RUN echo tsc: not found >&2; exit 127 | Its last output: “tsc: not found”.
          COPY ["no such host", "/"]            | The builder says:
          """)
  void theDockerfileFromBeforeIsTheProjectsToo(String instruction, String words) {
    Path folder = home.resolve("exercises/4-own");
    ExerciseFolder.file(folder, "exercise.yaml", OWN_PROJECT);
    ExerciseFolder.file(folder, "project/Dockerfile", "FROM busybox:1.37\n");
    Exercise exercise = ExerciseFolder.load(folder);
    Path submission = home.resolve("own");
    ExerciseFolder.file(submission, "project/drydock.yaml", "commands: [{}]\n");
    ExerciseFolder.file(submission, "project/Dockerfile", "FROM busybox:1.37\nCMD [\"true\"]\n");
    ExerciseFolder.file(
        submission, "project/Dockerfile.before", "FROM busybox:1.37\n" + instruction + "\n");
    try (Grader grader = new Grader(Course.unspecified(), DrydockHome.resolve(), "auto")) {
      SubmissionResult result = grader.grade(exercise, submission, Progress.NONE).result();
      assertThat(result.state()).isEqualTo(SubmissionResult.State.NOT_GRADABLE);
      assertThat(result.message())
          .contains("Dockerfile.before, line 2: the Dockerfile from before does not build.")
          .contains(words);
    }
  }

  private static final String REBUILT =
      """
      id: "2"
      title: Built again
      summary: The second time is like the first.
      images:
        - name: tool
          buildNetwork: none
          commands: [{name: ends well, exitCode: 0}]
          rebuild: {source: main.js, manifest: package.json}
          checks: {D01: {points: 0}, B01: {points: 1}, B02: {points: 1}, B03: {points: 1}}
      """;

  /** Stands in for npm: the steps are what counts. */
  private static final String NPM =
      """
      FROM busybox:1.37
      RUN printf '#!/bin/sh\\n' > /bin/npm && chmod +x /bin/npm
      """;

  @ParameterizedTest
  @ValueSource(strings = {"buildkit", "classic"})
  void theBuilderRemembersNoEarlierTouch(String builder) {
    Exercise exercise = again();
    for (int time = 1; time <= 2; time++) {
      assertThat(failed(exercise, builder, "COPY package.json .\nRUN npm ci\nCOPY . .\n"))
          .isEmpty();
      assertThat(failed(exercise, builder, "COPY . .\nRUN npm ci\n")).containsExactly("B02");
      assertThat(failed(exercise, builder, "RUN npm install express@5\nCOPY . .\n"))
          .containsExactly("B03");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"buildkit", "classic"})
  void aStepThatFailsIsNamedByItsLineAndItsLastOutput(String builder) {
    Exercise exercise = again();
    Path submission = home.resolve("failing");
    String dockerfile =
        "ARG TAG=1.37\nFROM busybox:$TAG\n\nCOPY . .\nRUN echo oh dear && \\\n    exit 3\n";
    ExerciseFolder.file(submission, "tool/Dockerfile", dockerfile);
    try (Grader grader = new Grader(Course.unspecified(), DrydockHome.resolve(), builder)) {
      assertThat(grader.grade(exercise, submission, Progress.NONE).result().message())
          .startsWith("tool/Dockerfile, line 5: the image does not build.")
          .contains("Its last output: “oh dear”.");
    }
  }

  @Test
  void theClassicBuilderLeavesNoImagesOfItsSteps() {
    Exercise exercise = again();
    Path submission = home.resolve("stages");
    // on every step, so that they are told from others' images
    String label = "steps=" + UUID.randomUUID();
    String first = "FROM busybox:1.37 AS one\nLABEL " + label + "\nCOPY . .\nRUN date > /made\n";
    String last = "FROM busybox:1.37\nLABEL " + label + "\nCOPY --from=one /made /made\n";
    for (String second : List.of(last + "CMD [\"true\"]\n", last + "RUN false\n", "RUN false\n")) {
      ExerciseFolder.file(submission, "tool/Dockerfile", first + second);
      try (Grader grader = new Grader(Course.unspecified(), DrydockHome.resolve(), "classic")) {
        GradedSubmission graded = grader.grade(exercise, submission, Progress.NONE);
        assertThat(graded.evidence().get(0).build()).isNotNull();
      }
      assertThat(images(label)).as(second).isEmpty();
    }
    stepsThatAreLeftAreSeen(label);
  }

  private void stepsThatAreLeftAreSeen(String label) {
    Path folder = home.resolve("left");
    ExerciseFolder.file(folder, "Dockerfile", "FROM busybox:1.37\nLABEL " + label + "\nUSER 1\n");
    DockerClient docker = Engine.connect().client();
    String image = docker.buildImageCmd(folder.toFile()).start().awaitImageId();
    assertThat(images(label)).hasSize(2);
    docker.removeImageCmd(image).withForce(true).exec();
    assertThat(images(label)).isEmpty();
  }

  private static List<String> images(String label) {
    return Engine.connect()
        .client()
        .listImagesCmd()
        .withShowAll(true)
        .withFilter("label", List.of(label))
        .exec()
        .stream()
        .map(Image::getId)
        .toList();
  }

  private Exercise again() {
    Path folder = home.resolve("exercises/2-again");
    ExerciseFolder.file(folder, "exercise.yaml", REBUILT);
    ExerciseFolder.file(folder, "tool/Dockerfile", "FROM busybox:1.37\n");
    ExerciseFolder.file(folder, "tool/main.js", "");
    ExerciseFolder.file(folder, "tool/package.json", "{}");
    return ExerciseFolder.load(folder);
  }

  private List<String> failed(Exercise exercise, String builder, String instructions) {
    Path submission = home.resolve("rebuilt");
    ExerciseFolder.file(submission, "tool/Dockerfile", NPM + instructions + "CMD [\"true\"]\n");
    try (Grader grader = new Grader(Course.unspecified(), DrydockHome.resolve(), builder)) {
      return grader
          .grade(exercise, submission, Progress.NONE)
          .result()
          .images()
          .get(0)
          .checks()
          .stream()
          .filter(check -> check.required() && check.outcome() != Result.PASS)
          .map(CheckResult::id)
          .toList();
    }
  }
}
