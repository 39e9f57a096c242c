package dev.drydock.verdict;

import static dev.drydock.fixture.EvidenceFixtures.build;
import static dev.drydock.fixture.EvidenceFixtures.evidence;
import static dev.drydock.fixture.ExerciseFixtures.environment;
import static dev.drydock.fixture.ExerciseFixtures.exercise;
import static dev.drydock.fixture.ExerciseFixtures.required;
import static dev.drydock.fixture.ExerciseFixtures.rule;
import static dev.drydock.fixture.ExerciseFixtures.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.evidence.BuildEvidence.Status;
import dev.drydock.evidence.Evidence;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.fixture.EvidenceFixtures;
import dev.drydock.image.anatomy.WastedPath;
import dev.drydock.verdict.CheckResult.Result;
import dev.drydock.verdict.SubmissionResult.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GradingTest {

  private static final Exercise EXERCISE =
      exercise(
          service(
              rule("I01", 10)
                  .set("max: 8 MB")
                  .set("bands: [{max: 30 MB, points: 2.345}, {max: 20 MB, points: 5}]")
                  .get(),
              required("D02", 1),
              required("C01", 1),
              required("I09", 3),
              required("R01", 3),
              required("R05", 0.1),
              rule("I02", 2).advice()));

  @Test
  void aGoodSubmissionEarnsAllAndPasses() {
    SubmissionResult result = grade(evidence());
    assertThat(result.state()).isEqualTo(State.GRADED);
    assertThat(result.passed()).as(failures(result)).isTrue();
    assertThat(result.points()).isEqualTo(20.1);
    assertThat(result.maxPoints()).isEqualTo(20.1);
    assertThat(result.message()).isNull();
  }

  @Test
  void everyCheckIsListedOnceAdviceToo() {
    assertThat(grade(evidence()).images().get(0).checks())
        .extracting(CheckResult::id)
        .containsExactlyElementsOf(CheckCatalogue.ids());
  }

  @Test
  void aFailedRequiredCheckCostsItsPointsAndThePass() {
    SubmissionResult result = grade(evidence().image(image -> image.user("")));
    assertThat(result.passed()).isFalse();
    assertThat(result.points()).isEqualTo(17.1);
    assertThat(check(result, "I09").outcome()).isEqualTo(Result.FAIL);
  }

  @Test
  void whatOthersWaitForIsToBeMendedFirst() {
    EvidenceFixtures asRoot = evidence().image(image -> image.user(""));
    assertThat(first(asRoot)).contains("I09");
    assertThat(first(asRoot.run(run -> run.ended(1, "panic: no config")))).contains("R01");
    assertThat(first(evidence())).isEmpty();
  }

  @Test
  void theContractComesFirstOnlyWhereOthersWaitForIt() {
    EvidenceFixtures heavy = weighing(9_000_000);
    assertThat(first(heavy.run(run -> run.answer(500, "oops", "n-1")))).contains("I01");
    assertThat(first(heavy.run(run -> run.ended(1, "panic: no config")))).contains("R01");
  }

  private static Optional<String> first(EvidenceFixtures evidence) {
    return grade(evidence).images().get(0).firstToMend().map(CheckResult::id);
  }

  @Test
  void failedAdviceCostsNothing() {
    SubmissionResult result = grade(evidence().run(run -> run.health("unhealthy")));
    assertThat(check(result, "R07").outcome()).isEqualTo(Result.FAIL);
    assertThat(check(result, "R07").required()).isFalse();
    assertThat(result.passed()).as(failures(result)).isTrue();
  }

  @Test
  void aSizeWithinABandEarnsTheBandsPointsRoundedToTwoDecimals() {
    assertThat(check(grade(weighing(20_000_000)), "I01").points()).isEqualTo(5);
    assertThat(check(grade(weighing(20_000_001)), "I01").points()).isEqualTo(2.35);
    assertThat(check(grade(weighing(30_000_001)), "I01").points()).isZero();
    assertThat(check(grade(weighing(20_000_000)), "I01").outcome()).isEqualTo(Result.FAIL);
    assertThat(grade(weighing(20_000_000)).passed()).isFalse();
  }

  @Test
  void aSizeExactlyAtTheLimitPasses() {
    assertThat(check(grade(weighing(8_000_000)), "I01").outcome()).isEqualTo(Result.PASS);
    assertThat(check(grade(weighing(8_000_001)), "I01").outcome()).isEqualTo(Result.FAIL);
  }

  @Test
  void theLimitOfTheSizeIsThatOfTheImageNotOfTheContext() {
    Exercise both =
        exercise(
            service(rule("C03", 1).set("max: 1 MB").get(), rule("I01", 1).set("max: 8 MB").get()));
    assertThat(grade(both, evidence()).images().get(0).sizeLimit()).contains(8_000_000.0);
  }

  private static EvidenceFixtures weighing(long bytes) {
    return evidence().image(image -> image.noLayers().own("COPY x", bytes));
  }

  @Test
  void whatDependsOnAContainerThatNeverStartedIsBlockedAndOnlyTheContractIsRed() {
    SubmissionResult result = grade(evidence().run(run -> run.startError("no such file")));
    assertThat(result.state()).isEqualTo(State.GRADED);
    assertThat(outcomes(result, "R"))
        .containsExactly(
            "R01 fail",
            "R02 blocked",
            "R03 blocked",
            "R04 blocked",
            "R05 blocked",
            "R06 not applicable",
            "R07 blocked");
    assertThat(check(result, "R05").points()).isZero();
    assertThat(check(result, "R05").message()).contains("until the container starts");
  }

  @Test
  void aSubmissionThatDoesNotBuildIsNotGradableWithItsTextChecksShown() {
    SubmissionResult result = grade(evidence().buildFails(4, "go: command not found"));
    assertThat(result.state()).isEqualTo(State.NOT_GRADABLE);
    assertThat(result.points()).isZero();
    assertThat(result.maxPoints()).isEqualTo(20.1);
    assertThat(result.message()).contains("backend/Dockerfile, line 4", "go: command not found");
    assertThat(check(result, "D02").outcome()).isEqualTo(Result.PASS);
    assertThat(check(result, "D02").points()).isZero();
    assertThat(check(result, "C01").outcome()).isEqualTo(Result.PASS);
    assertThat(check(result, "I09").outcome()).isEqualTo(Result.BLOCKED);
    assertThat(check(result, "R01").outcome()).isEqualTo(Result.BLOCKED);
    assertThat(result.images().get(0).buildLog()).contains("go: command not found");
  }

  @Test
  void aKnownMistakeBehindAFailedBuildIsNamed() {
    SubmissionResult result =
        grade(
            evidence()
                .replacing("COPY . .", "COPY ../backend .")
                .buildFails(3, "failed to calculate checksum of ref x: \"/backend\": not found"));
    assertThat(result.state()).isEqualTo(State.NOT_GRADABLE);
    assertThat(result.message())
        .contains("line 3", "outside the build context", "failed to calculate checksum")
        .contains(". The builder says: ");
  }

  @Test
  void theLastWordsOfTheFailedProgramAreRepeated() {
    BuildEvidence failed = build(Status.FAILED, "buildkit", "28.5.2", 4, "exit code: 1");
    BuildEvidence logged =
        new BuildEvidence(
            failed.status(),
            failed.builder(),
            failed.engine(),
            failed.store(),
            failed.millis(),
            failed.steps(),
            failed.failedLine(),
            failed.message(),
            List.of("compiling", "main.go:7: undefined: greet"),
            failed.imageId(),
            failed.standIns());
    SubmissionResult result = grade(evidence().build(logged));
    assertThat(result.message()).contains("main.go:7: undefined: greet", "exit code: 1");
  }

  @Test
  void aBuildOverItsLimitIsNotGradable() {
    SubmissionResult result =
        grade(
            evidence()
                .build(build(Status.OVER_LIMIT, "buildkit", "28.5.2", 4, "stopped after 600 s")));
    assertThat(result.state()).isEqualTo(State.NOT_GRADABLE);
    assertThat(result.message()).contains("stopped after 600 s");
  }

  @Test
  void aDockerfileThatDoesNotParseIsNotGradableWithTheLine() {
    SubmissionResult result = grade(evidence().replacing("USER", "USR").buildFails(8, "unknown"));
    assertThat(result.state()).isEqualTo(State.NOT_GRADABLE);
    assertThat(check(result, "D01").outcome()).isEqualTo(Result.FAIL);
    assertThat(check(result, "D01").line()).isEqualTo(8);
    assertThat(result.message()).contains("USR");
  }

  @Test
  void noOtherTextCheckTurnsRedBecauseOfAnErrorInTheText() {
    SubmissionResult result = grade(evidence().replacing("FROM", "FORM").buildFails(1, "unknown"));
    assertThat(outcomes(result, "D")).filteredOn(one -> one.endsWith("fail")).hasSize(1);
  }

  @Test
  void ourFailureMakesTheSubmissionNotGradedNeverAZero() {
    SubmissionResult result = grade(evidence().withoutRun());
    assertThat(result.state()).isEqualTo(State.NOT_GRADED);
    assertThat(result.passed()).isFalse();
    assertThat(result.message()).contains("R01").doesNotContain("Exception");
  }

  @Test
  void anImageThatWasBuiltButNotReadIsOurs() {
    SubmissionResult result = grade(evidence().image(image -> null));
    assertThat(result.state()).isEqualTo(State.NOT_GRADED);
    assertThat(result.message()).contains("the image was not read");
  }

  @Test
  void ourFailureInAdviceDoesNotMatter() {
    Exercise advice = exercise(service(rule("I02", 0).set("maxRatio: 0.1").advice()));
    SubmissionResult result = grade(advice, evidence().starter(null));
    assertThat(check(result, "I02").outcome()).isEqualTo(Result.ERROR);
    assertThat(result.state()).isEqualTo(State.GRADED);
  }

  @Test
  void aFeatureThatThisBuilderLacksIsNotTheStudents() {
    EvidenceFixtures heredoc =
        evidence()
            .replacing("RUN CGO_ENABLED=0 go build -o /server .", "RUN <<EOF\ngo build\nEOF")
            .build(build(Status.FAILED, "classic", "20.10.24", 4, "unknown instruction: GO"));
    SubmissionResult result = grade(heredoc);
    assertThat(result.state()).isEqualTo(State.NOT_GRADED);
    assertThat(result.message()).containsIgnoringCase("heredoc");
  }

  @Test
  void anotherFrontendIsTheStudentsChoice() {
    EvidenceFixtures other =
        evidence().replacing("FROM golang", "# syntax=other/one:1\nFROM golang");
    SubmissionResult result = grade(other);
    assertThat(check(result, "D16").outcome()).isEqualTo(Result.FAIL);
    assertThat(result.state()).isEqualTo(State.GRADED);
  }

  @Test
  void whatWasNeverBuiltIsNotGraded() {
    assertThat(grade(evidence().notBuilt()).state()).isEqualTo(State.NOT_GRADED);
  }

  @Test
  void aRefusedSubmissionKeepsWhatIsKnownOfItsText() {
    SubmissionResult result =
        Grading.notGradable(
            EXERCISE,
            "line 6: FROM grader/solution is not allowed",
            List.of(evidence().notBuilt().get()),
            List.of(),
            environment());
    assertThat(result.state()).isEqualTo(State.NOT_GRADABLE);
    assertThat(result.message()).contains("grader/solution");
    assertThat(check(result, "D02").outcome()).isEqualTo(Result.PASS);
    assertThat(result.points()).isZero();
  }

  @Test
  void onlyAFailedBuildIsToBeMendedBeforeAnythingElse() {
    assertThat(grade(evidence().buildFails(4, "boom")).stoppedAtBuild()).isTrue();
    assertThat(grade(evidence()).stoppedAtBuild()).isFalse();
    SubmissionResult refused =
        Grading.notGradable(
            EXERCISE, "refused", List.of(evidence().notBuilt().get()), List.of(), environment());
    assertThat(refused.stoppedAtBuild()).isFalse();
  }

  @Test
  void whereAnImageIsMissingTheOtherIsGradedButNotPassed() {
    ImageSpec backend = service(required("I09", 3));
    ImageSpec frontend =
        new ImageSpec(
            "frontend",
            backend.files(),
            backend.build(),
            backend.job(),
            backend.rules(),
            backend.rebuild(),
            backend.starterFails());
    SubmissionResult result = grade(exercise(frontend, backend), evidence());
    assertThat(result.images()).extracting(ImageResult::name).containsExactly("backend");
    assertThat(result.points()).isEqualTo(3);
    assertThat(result.maxPoints()).isEqualTo(6);
    assertThat(result.passed()).isFalse();
  }

  @Test
  void anEmptySubmissionIsNotGradableWithoutAnyImage() {
    SubmissionResult result =
        Grading.notGradable(
            EXERCISE, "no Dockerfile", List.of(), List.of("pom.xml"), environment());
    assertThat(result.images()).isEmpty();
    assertThat(result.ignoredFiles()).containsExactly("pom.xml");
    assertThat(result.maxPoints()).isEqualTo(20.1);
  }

  @Test
  void checksThatDoNotApplyCountInFull() {
    SubmissionResult result =
        grade(exercise(service(required("I14", 0), rule("I03", 4).get())), evidence());
    assertThat(check(result, "I03").outcome()).isEqualTo(Result.NOT_APPLICABLE);
    assertThat(check(result, "I03").points()).isEqualTo(4);
  }

  @Test
  void savingsNameTheLineToChangeAndTheBytes() {
    EvidenceFixtures chown =
        evidence()
            .replacing("USER 10001", "RUN chown -R 10001 /server\nUSER 10001")
            .image(
                image ->
                    image
                        .own("RUN /bin/sh -c chown -R 10001 /server # buildkit", 7_200_000)
                        .waste(
                            new WastedPath(
                                "/server", 7_200_000, 1, 0, 1, WastedPath.Kind.METADATA)));
    ImageResult image = grade(chown).images().get(0);
    assertThat(image.savings()).hasSize(1);
    assertThat(image.savings().get(0).line()).isEqualTo(8);
    assertThat(image.savings().get(0).text())
        .startsWith("Line 8")
        .contains("second copy of 7.20 MB", "line 7", "COPY --chown");
    assertThat(image.layers()).extracting(ImageResult.LayerResult::line).containsExactly(7, 8);
    assertThat(image.layers())
        .extracting(ImageResult.LayerResult::wastedBytes)
        .containsExactly(7_200_000L, 0L);
  }

  @Test
  void aSavingOfLessThanTenKilobytesIsNotWorthASentence() {
    assertThat(savings(10_000)).hasSize(1);
    assertThat(savings(9_999)).isEmpty();
  }

  private static List<ImageResult.Saving> savings(long bytes) {
    WastedPath removed = new WastedPath("/t", bytes, 1, 0, 0, WastedPath.Kind.REMOVED);
    return grade(evidence().image(image -> image.waste(removed))).images().get(0).savings();
  }

  @Test
  void theHeaviestFilesAreNamed() {
    assertThat(grade(evidence()).images().get(0).heaviest())
        .containsExactly(new ImageResult.PathBytes("/server", 7_200_000));
  }

  @Test
  void pointsShownAddUpToPointsGiven() {
    SubmissionResult result = grade(weighing(25_000_000));
    double sum =
        result.images().stream()
            .flatMap(image -> image.checks().stream())
            .mapToDouble(CheckResult::points)
            .sum();
    assertThat(result.points()).isEqualTo(Rubric.round(sum));
  }

  private static SubmissionResult grade(EvidenceFixtures fixtures) {
    return grade(EXERCISE, fixtures);
  }

  private static SubmissionResult grade(Exercise exercise, EvidenceFixtures fixtures) {
    Evidence one = fixtures.get();
    return Grading.of(exercise, List.of(one), List.of(), environment());
  }

  private static CheckResult check(SubmissionResult result, String id) {
    return result.images().get(0).checks().stream()
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> outcomes(SubmissionResult result, String group) {
    return result.images().get(0).checks().stream()
        .filter(check -> check.id().startsWith(group))
        .map(check -> check.id() + " " + check.outcome().word())
        .toList();
  }

  private static String failures(SubmissionResult result) {
    return result.images().stream()
        .flatMap(image -> image.checks().stream())
        .filter(check -> check.outcome() != Result.PASS)
        .map(check -> check.id() + " " + check.outcome() + " " + check.message())
        .collect(Collectors.joining("\n"));
  }
}
