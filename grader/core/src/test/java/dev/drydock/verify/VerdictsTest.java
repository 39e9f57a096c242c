package dev.drydock.verify;

import static dev.drydock.fixture.EvidenceFixtures.evidence;
import static dev.drydock.fixture.ExerciseFixtures.environment;
import static dev.drydock.fixture.ExerciseFixtures.exercise;
import static dev.drydock.fixture.ExerciseFixtures.required;
import static dev.drydock.fixture.ExerciseFixtures.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExpectedVerdict;
import dev.drydock.exercise.Fixture;
import dev.drydock.exercise.Fixture.Kind;
import dev.drydock.fixture.EvidenceFixtures;
import dev.drydock.verdict.Grading;
import dev.drydock.verdict.SubmissionResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class VerdictsTest {

  private static final Exercise EXERCISE =
      exercise(service(required("D02", 1), required("D07", 2)));

  @Test
  void theExactFailuresAreTheVerdict() {
    assertThat(Verdicts.defects(miss("D02"), grade("FROM golang\nCMD [\"/a\"]\n"))).isEmpty();
  }

  @Test
  void aMissingAndAnAdditionalFailureAreNamed() {
    assertThat(Verdicts.defects(miss("D07"), grade("FROM golang\nCMD [\"/a\"]\n")))
        .containsExactly(
            "backend: must fail but does not: D07",
            "backend: must not fail but does: D02 (golang)");
  }

  @Test
  void aReferenceThatFailsDoesNotPass() {
    Fixture reference =
        new Fixture(
            Kind.REFERENCE,
            "reference",
            Path.of("reference"),
            new ExpectedVerdict("", true, "", Map.of(), false));
    assertThat(Verdicts.defects(reference, grade("FROM golang\nCMD [\"/a\"]\n")))
        .contains(
            "backend: must not fail but does: D02 (golang)", "does not pass", "has 2 of 3 points");
    assertThat(Verdicts.defects(reference, grade("FROM golang:1.27\nCMD [\"/a\"]\n"))).isEmpty();
  }

  @Test
  void aRefusalIsNoGrade() {
    SubmissionResult refused =
        Grading.notGradable(EXERCISE, "no Dockerfile", List.of(), List.of(), environment());
    assertThat(Verdicts.defects(miss("D02"), refused))
        .containsExactly("expected graded, got not-gradable: no Dockerfile");
  }

  private static Fixture miss(String check) {
    SortedSet<String> fails = new TreeSet<>(List.of(check));
    ExpectedVerdict expected =
        new ExpectedVerdict("note", true, "", Map.of("backend", fails), false);
    return new Fixture(Kind.NEAR_MISS, "miss", Path.of("miss"), expected);
  }

  private static SubmissionResult grade(String dockerfile) {
    EvidenceFixtures fixture = evidence().dockerfile(dockerfile);
    return Grading.of(EXERCISE, List.of(fixture.get()), List.of(), environment());
  }
}
