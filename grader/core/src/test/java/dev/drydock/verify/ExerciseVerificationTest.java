package dev.drydock.verify;

import static dev.drydock.fixture.EvidenceFixtures.evidence;
import static dev.drydock.fixture.ExerciseFixtures.environment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.engine.host.Progress;
import dev.drydock.evidence.Evidence;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExerciseFolder;
import dev.drydock.exercise.Solutions;
import dev.drydock.pipeline.GradedSubmission;
import dev.drydock.verdict.Grading;
import dev.drydock.verify.ExerciseVerification.FixtureGrader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExerciseVerificationTest {

  private static final String YAML =
      """
      id: "3.9"
      title: Multi-stage backend
      summary: Ship the binary.
      images:
        - name: backend
          port: 8080
          requests: [{name: ping, path: /ping}]
          starter: {fails: [D02]}
          checks: {D02: {points: 1}}
      """;
  private static final String UNTAGGED = "FROM golang\nCMD [\"/a\"]\n";
  private static final String TAGGED = "FROM golang:1.27\nCMD [\"/a\"]\n";

  private final List<String> told = new ArrayList<>();
  private Solutions solutions;

  @BeforeEach
  void anExercise(@TempDir Path home) {
    Exercise exercise =
        ExerciseFolder.load(ExerciseFolder.write(home, "3.9-multi-stage-backend", YAML));
    ExerciseFolder.file(home.resolve("solutions/3.9"), "reference/backend/Dockerfile", TAGGED);
    solutions = Solutions.of(home, exercise);
  }

  private ExerciseVerification verified(FixtureGrader grader) {
    ExerciseVerification verification =
        new ExerciseVerification(grader, 2, Progress.NONE, new Notes());
    verification.verify(solutions);
    return verification;
  }

  private final class Notes implements ExerciseVerification.Listener {

    @Override
    public void folder(Exercise exercise, List<String> defects) {
      told.add(exercise.id() + ": " + String.join("; ", defects));
    }

    @Override
    public void fixture(VerifiedFixture one) {
      told.add(one.fixture().name() + " " + one.isGraded() + " " + one.defects());
    }
  }

  private static GradedSubmission graded(Exercise exercise, String dockerfile) {
    List<Evidence> seen = List.of(evidence().dockerfile(dockerfile).get());
    return new GradedSubmission(Grading.of(exercise, seen, List.of(), environment()), seen);
  }

  private static GradedSubmission failed(Exercise exercise) {
    return new GradedSubmission(
        Grading.notGraded(exercise, "the engine is gone", List.of(), List.of(), environment()),
        List.of());
  }

  @Test
  void everyFixtureIsHeldAgainstItsVerdictInItsOrder() {
    CountDownLatch reference = new CountDownLatch(1);
    ExerciseVerification verification =
        verified(
            (exercise, source, progress) -> {
              if (source.endsWith("reference")) {
                reference.countDown();
                return graded(exercise, UNTAGGED);
              }
              awaited(reference);
              return graded(exercise, UNTAGGED);
            });
    assertThat(told.get(0)).startsWith("3.9: there is no README.md");
    assertThat(told.get(1)).isEqualTo("starter true []");
    assertThat(told.get(2)).startsWith("reference true [backend: must not fail but does: D02");
    assertThat(told).hasSize(3);
    assertThat(verification.notGraded()).isZero();
    long inFolder = told.get(0).chars().filter(c -> c == ';').count() + 1;
    // the reference's: the check, that it does not pass, and its points
    assertThat(verification.defects()).isEqualTo((int) inFolder + 3);
  }

  @Test
  void whatIsNotGradedIsNoDefectOfTheAuthors() {
    ExerciseVerification verification =
        verified(
            (exercise, source, progress) ->
                source.endsWith("reference") ? failed(exercise) : graded(exercise, UNTAGGED));
    assertThat(told).last().isEqualTo("reference false []");
    assertThat(verification.notGraded()).isEqualTo(1);
    assertThat(verification.slowest(1)).hasSize(1);
    assertThat(verification.slowest(9)).hasSize(2);
  }

  @Test
  void progressNamesExerciseAndFixture() {
    List<String> seen = new ArrayList<>();
    FixtureGrader grader =
        (exercise, source, progress) -> {
          progress.at("build", "RUN go build");
          return graded(exercise, TAGGED);
        };
    ExerciseVerification verification =
        new ExerciseVerification(
            grader, 1, (phase, detail) -> seen.add(phase + " " + detail), new Notes());
    verification.verify(solutions);
    assertThat(seen)
        .containsExactly("build 3.9 starter: RUN go build", "build 3.9 reference: RUN go build");
  }

  @Test
  void aGraderThatThrowsIsABug() {
    assertThatThrownBy(
            () ->
                verified(
                    (exercise, source, progress) -> {
                      throw new IllegalArgumentException("a bug");
                    }))
        .hasMessageContaining("always returns a result")
        .hasRootCauseMessage("a bug");
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
