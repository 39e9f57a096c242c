package dev.drydock.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.RequiresEngine;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.exercise.Course;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExerciseFolder;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.CheckResult.Result;
import dev.drydock.verdict.SubmissionResult;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Planted secrets on their way through a real build: what gets out is found and masked. */
@RequiresEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryEngineTest {

  private static final String EXERCISE =
      """
      id: "1"
      title: Secrets
      summary: Keep them.
      images:
        - name: tool
          salt: [.env]
          buildNetwork: none
          commands: [{name: ends well, exitCode: 0}]
          checks: {D01: {points: 0}, I07: {points: 1}}
      """;

  private Exercise exercise;
  private Grader grader;

  @BeforeAll
  void open(@TempDir Path home) {
    Path folder = home.resolve("exercises/1-secrets");
    ExerciseFolder.file(folder, "exercise.yaml", EXERCISE);
    ExerciseFolder.file(folder, "tool/Dockerfile", "FROM busybox:1.37\n");
    exercise = ExerciseFolder.load(folder);
    grader = new Grader(Course.unspecified(), DrydockHome.resolve(), "auto");
  }

  @AfterAll
  void close() {
    grader.close();
  }

  @Test
  void aCopiedEnvFileGivesItsSecretAway(@TempDir Path submission) {
    CheckResult check = judged(submission, "COPY . /app/\nCMD [\"true\"]\n");
    assertThat(check.outcome()).isEqualTo(Result.FAIL);
    assertThat(check.message()).contains("your .env file").contains("/app/.env");
  }

  @Test
  void anArgumentIsReadableInTheHistory(@TempDir Path submission) {
    CheckResult check = judged(submission, "ARG NPM_TOKEN\nRUN echo installing\nCMD [\"true\"]\n");
    assertThat(check.outcome()).isEqualTo(Result.FAIL);
    assertThat(check.message()).contains("a build argument").contains("history");
    assertThat(check.message()).doesNotContain("canary_");
  }

  @Test
  void anArgumentMadeAVariableIsInTheConfiguration(@TempDir Path submission) {
    CheckResult check = judged(submission, "ARG API_KEY\nENV API_KEY=$API_KEY\nCMD [\"true\"]\n");
    assertThat(check.outcome()).isEqualTo(Result.FAIL);
    assertThat(check.message()).contains("a build argument");
  }

  @Test
  void anArgumentOfAStageThatIsLeftBehindStaysThere(@TempDir Path submission) {
    CheckResult check =
        judged(
            submission,
            """
            ARG NPM_TOKEN
            RUN echo installing > /out
            FROM busybox:1.37
            COPY --from=0 /out /out
            CMD ["true"]
            """);
    assertThat(check.outcome()).isEqualTo(Result.PASS);
  }

  @Test
  void argumentsThatAreNoSecretsKeepTheirDefaults(@TempDir Path submission) {
    CheckResult check =
        judged(
            submission,
            "ARG TOKEN_FILE=/etc/passwd\nRUN test -f \"$TOKEN_FILE\"\nCMD [\"true\"]\n");
    assertThat(check.outcome()).isEqualTo(Result.PASS);
  }

  private CheckResult judged(Path submission, String instructions) {
    ExerciseFolder.file(submission, "tool/Dockerfile", "FROM busybox:1.37\n" + instructions);
    SubmissionResult result = grader.grade(exercise, submission, Progress.NONE).result();
    assertThat(result.state()).as(result.message()).isEqualTo(SubmissionResult.State.GRADED);
    return result.images().get(0).checks().stream()
        .filter(check -> check.id().equals("I07"))
        .findFirst()
        .orElseThrow();
  }
}
