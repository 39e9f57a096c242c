package dev.drydock.exercise;

import static dev.drydock.exercise.ExerciseFolder.MINIMAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drydock.check.Band;
import dev.drydock.check.Check;
import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.check.dockerfile.BaseAllowed;
import dev.drydock.check.dockerfile.StagesNamed;
import dev.drydock.check.image.SizeMax;
import dev.drydock.check.image.SizeVersusStarter;
import dev.drydock.engine.job.CommandSpec;
import dev.drydock.engine.job.Job;
import dev.drydock.engine.job.RequestSpec;
import dev.drydock.engine.job.RequestSpec.Expected;
import dev.drydock.engine.job.RequestSpec.Sent;
import dev.drydock.exercise.Exercise.PublishedFigure;
import dev.drydock.exercise.ImageSpec.BuildNetwork;
import dev.drydock.exercise.InvalidExercise.Problem;
import dev.drydock.exercise.settings.CheckSettings;
import dev.drydock.image.ByteSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExerciseLoaderTest {

  private static final List<Check> CHECKS =
      CheckCatalogue.all().stream()
          .filter(
              check ->
                  Set.of("D01", "D04", "D05", "D06", "D17", "I01", "I02", "B01", "R01")
                      .contains(check.id()))
          .toList();

  @TempDir Path home;

  @Test
  void whatIsLeftOutHasItsDefault() {
    ImageSpec image = load(MINIMAL).images().get(0);

    assertThat(image.files().editable()).containsExactly("Dockerfile", ".dockerignore");
    assertThat(image.build().network()).isEqualTo(BuildNetwork.NONE);
    assertThat(image.service().startWithin()).isEqualTo(Duration.ofSeconds(20));
    assertThat(image.service().stopWithin()).isEqualTo(Duration.ofSeconds(10));
    assertThat(image.rule("D01")).hasValueSatisfying(r -> assertThat(r.required()).isTrue());
    assertThat(image.service().requests().get(0))
        .returns(Sent.get("/ping"), RequestSpec::sent)
        .returns(new Expected(200, "pong", List.of(), Map.of(), false), RequestSpec::expected);
  }

  @Test
  void whatACommandHasToDoIsRead() {
    Exercise exercise =
        load(
            """
            id: "3.9"
            title: Multi-stage builds for a backend
            summary: One sentence.
            images:
              - name: backend
                env: {LEVEL: "1"}
                startWithin: 3s
                commands:
                  - {name: count, arguments: [-v], env: {url: "{fixture}/page.html"}, exitCode: 3, outputContains: ['"internal":']}
                checks:
                  D01: {points: 1}
            """);

    assertThat(exercise.images().get(0).job())
        .isEqualTo(
            new Job.Command(
                Map.of("LEVEL", "1"),
                Duration.ofSeconds(3),
                List.of(
                    new CommandSpec(
                        "count",
                        List.of("-v"),
                        Map.of("url", "{fixture}/page.html"),
                        3,
                        List.of("\"internal\":")))));
  }

  @Test
  void aServiceHasNoCommands() {
    assertThatThrownBy(
            () ->
                load(MINIMAL.replace("    checks:", "    commands: [{name: count}]\n    checks:")))
        .hasMessageContaining("images[0].commands")
        .hasMessageContaining("a service has a port and requests, but no commands");
  }

  @Test
  void everySettingIsRead() {
    ExerciseFolder.file(home, "exercises/3.9-multi-stage/backend/src/index.ts", "");
    ExerciseFolder.file(home, "exercises/3.9-multi-stage/backend/package.json", "{}");
    Exercise exercise =
        load(
            """
            id: "3.9"
            title: Multi-stage builds for a backend
            summary: One sentence.
            published:
              - {label: course limit, size: 25 MB}
            images:
              - name: backend
                editable: [Dockerfile, src/**]
                salt: [.git/, .env]
                generated: [server]
                buildNetwork: default
                port: 8080
                env: {PORT: "8080"}
                startWithin: 500ms
                stopWithin: 2m
                requests:
                  - name: post message
                    method: POST
                    path: /messages
                    headers: {Content-Type: application/json}
                    body: '{"text":"{nonce}"}'
                    status: 201
                    bodyContains: ["{nonce}"]
                    answerHeaders: {Content-Type: json}
                    echoesNonce: true
                checks:
                  D04: {points: 1, allow: [scratch]}
                  D06: {namedStages: true, required: false}
                  I01: {points: 4.5, max: 8 MB, bands: [{max: 15 MB, points: 2}, {max: 25 MB, points: 1}]}
                  I02: {points: 2, maxRatio: 0.02, ownBytes: true}
                  B01: {points: 1}
                rebuild: {source: src/index.ts, manifest: package.json}
                starter:
                  fails: [I01, B01]
            """);

    assertThat(exercise.published())
        .containsExactly(new PublishedFigure("course limit", ByteSize.parse("25 MB")));
    assertThat(exercise.maxPoints()).isEqualTo(8.5);
    ImageSpec image = exercise.images().get(0);
    assertThat(image.isEditable("src/deep/a.ts")).isTrue();
    assertThat(image.isEditable("package.json")).isFalse();
    assertThat(image.files().salt()).containsExactly(".git/", ".env");
    assertThat(image.files().generated()).containsExactly("server");
    assertThat(image.build().network()).isEqualTo(BuildNetwork.DEFAULT);
    assertThat(image.job().env()).isEqualTo(Map.of("PORT", "8080"));
    assertThat(image.service().startWithin()).isEqualTo(Duration.ofMillis(500));
    assertThat(image.service().stopWithin()).isEqualTo(Duration.ofMinutes(2));
    assertThat(image.service().requests())
        .containsExactly(
            new RequestSpec(
                "post message",
                new Sent(
                    "POST",
                    "/messages",
                    Map.of("Content-Type", "application/json"),
                    "{\"text\":\"{nonce}\"}"),
                new Expected(201, null, List.of("{nonce}"), Map.of("Content-Type", "json"), true),
                false));
    assertThat(image.rules())
        .extracting(CheckRule::id)
        .containsExactly("D04", "D06", "I01", "I02", "B01");
    assertThat(image.rules())
        .contains(
            new CheckRule("D04", 1, true, new BaseAllowed.Settings(List.of("scratch"))),
            new CheckRule("D06", 0, false, new StagesNamed.Settings(true, List.of())),
            new CheckRule(
                "I01",
                4.5,
                true,
                new SizeMax.Settings(
                    ByteSize.parse("8 MB"),
                    List.of(
                        new Band(ByteSize.parse("15 MB"), 2),
                        new Band(ByteSize.parse("25 MB"), 1)))),
            new CheckRule("I02", 2, true, new SizeVersusStarter.Settings(0.02, true)),
            new CheckRule("B01", 1, true, CheckSettings.NONE));
    assertThat(image.rebuild()).isEqualTo(new ImageSpec.Rebuild("src/index.ts", "package.json"));
    assertThat(image.starterFails()).containsExactly("I01", "B01");
  }

  @Test
  void everyProblemIsToldWithFileLineAndKey() {
    InvalidExercise thrown =
        problemsOf(
            """
            id: 3.10
            title: Multi-stage builds
            images:
              - name: backend
                prot: 8080
                env: {PORT: 8080}
                startWithin: soon
                checks:
                  I01: {points: -1, max: eight}
                  D99: {points: 1}
                  D05: {points: 1, max: 8 MB}
            """);

    assertThat(thrown.problems())
        .extracting(problem -> problem.line() + " " + problem.key() + ": " + problem.message())
        .containsExactly(
            "1 : expected the key 'summary'",
            "1 id: expected the exercise's number in quotes, such as \"3.9\", found '3.10'",
            "5 images[0].prot: is not a key of 'images[0]'; did you mean 'port'?",
            "6 images[0].env.PORT: expected text (in quotes if it looks like a number), found"
                + " '8080'",
            "7 images[0].startWithin: expected a time such as 20s, 500ms or 2m, found 'soon'",
            "9 images[0].checks.I01.max: expected a size such as 8 MB, found 'eight'",
            "9 images[0].checks.I01.points: expected a number of at least 0, found '-1'",
            "10 images[0].checks.D99: there is no such check",
            "11 images[0].checks.D05.max: is not a setting of D05");
    assertThat(thrown.getMessage().lines().findFirst())
        .hasValueSatisfying(
            line -> assertThat(line).endsWith("exercise.yaml:1: expected the key 'summary'"));
  }

  @Test
  void aSizeCheckWithoutALimitIsRefused() {
    assertProblem(
        MINIMAL.replace(", max: 8 MB", ""), 11, "images[0].checks.I01", "expected the key 'max'");
  }

  @Test
  void aFeatureThatNoCheckKnowsIsTheAuthorsMistake() {
    assertProblem(
        MINIMAL + "      D17: {points: 1, uses: [link, helthcheck]}\n",
        12,
        "images[0].checks.D17.uses[1]",
        "expected cache-mount or link or heredoc or healthcheck or copy-chown, found 'helthcheck'");
  }

  @Test
  void aSettingThatNoCheckHasIsRefusedWithWhatThisOneHas() {
    assertProblem(
        MINIMAL.replace("max: 8 MB", "max: 8 MB, band: []"),
        11,
        "images[0].checks.I01.band",
        "is not a key of 'images[0].checks.I01'; did you mean 'bands'?");
  }

  @Test
  void aCheckThatIsThereTwiceIsRefused() {
    assertProblem(
        MINIMAL + "      D01: {points: 2}\n",
        12,
        "images[0].checks.D01",
        "appears twice, first on line 10");
  }

  @Test
  void bandsHaveToGrowAndToEarnLess() {
    InvalidExercise thrown =
        problemsOf(MINIMAL.replace("max: 8 MB", "max: 8 MB, bands: [{max: 8 MB, points: 4}]"));

    assertThat(thrown.problems())
        .extracting(Problem::message)
        .containsExactly(
            "expected a size above 8.00 MB, found 8.00 MB", "expected fewer points than 4");
  }

  @Test
  void aServiceNeedsRequests() {
    assertProblem(
        MINIMAL.replaceAll("(?m)^    requests:\n.*\n", ""),
        6,
        "images[0].port",
        "expected requests for this port");
  }

  @Test
  void aLinkNeedsAnEarlierAnswer() {
    assertProblem(
        MINIMAL.replaceAll("path: /\\w*", "path: \"/assets/{link}\""),
        8,
        "images[0].requests[0].path",
        "expected an earlier request, whose answer has the link");
  }

  @Test
  void anImageIsAServiceOrACommand() {
    assertProblem(
        MINIMAL.replaceAll("(?m)^    (requests|port):.*\n(      - .*\n)?", ""),
        5,
        "images[0]",
        "expected a port (a service) or commands (a command)");
  }

  @Test
  void theStarterFailsOnlyWhatIsRequired() {
    assertProblem(
        MINIMAL + "    starter:\n      fails: [D05]\n",
        13,
        "images[0].starter.fails[0]",
        "D05 is not a required check of this image");
  }

  @Test
  void rebuildChecksNeedTheFilesToTouch() {
    assertProblem(
        MINIMAL + "      B01: {points: 1}\n",
        5,
        "images[0]",
        "expected the key 'rebuild', which B01 needs");
  }

  @Test
  void aFileToTouchHasToBeThere() {
    InvalidExercise thrown =
        problemsOf(MINIMAL + "    rebuild: {source: main.go, manifest: Dockerfile}\n");

    assertThat(thrown.problems())
        .extracting(Problem::message)
        .containsExactly("there is no file 'main.go' in 'backend'");
  }

  @Test
  void anImageNeedsItsFolder() {
    assertProblem(
        MINIMAL.replace("name: backend", "name: front"),
        5,
        "images[0].name",
        "there is no folder 'front'");
  }

  @Test
  void theIdIsTheOneOfTheFolder() {
    assertProblem(
        MINIMAL.replace("\"3.9\"", "\"3.8\""),
        1,
        "id",
        "expected the number that the folder's name begins with ('3.9-multi-stage')");
  }

  @Test
  void anEditableFileLiesInTheImagesFolder() {
    InvalidExercise thrown =
        problemsOf(
            MINIMAL.replace(
                "    port:", "    editable: [../other/Dockerfile, /etc/passwd]\n    port:"));

    assertThat(thrown.problems()).hasSize(2);
  }

  @Test
  void textThatIsNotYamlIsOneLineWithItsPlace() {
    InvalidExercise thrown = problemsOf("id: \"3.9\"\ntitle: [\n");

    assertThat(thrown.getMessage())
        .contains("exercise.yaml:")
        .contains("is not YAML")
        .hasLineCount(1);
  }

  @Test
  void anEmptyFileSaysWhatWasExpected() {
    assertProblem("", 1, "", "expected keys and values, found nothing");
  }

  @Test
  void aFolderWithoutTheFileIsTold() {
    InvalidExercise thrown =
        catchThrowableOfType(
            InvalidExercise.class, () -> ExerciseLoader.forChecks(CHECKS).load(home));

    assertThat(thrown).hasMessageEndingWith("cannot be read: there is no such file");
  }

  private Exercise load(String yaml) {
    return ExerciseLoader.forChecks(CHECKS)
        .load(ExerciseFolder.write(home, "3.9-multi-stage", yaml));
  }

  private InvalidExercise problemsOf(String yaml) {
    return catchThrowableOfType(InvalidExercise.class, () -> load(yaml));
  }

  private void assertProblem(String yaml, int line, String key, String message) {
    assertThat(problemsOf(yaml).problems())
        .extracting(Problem::line, Problem::key, Problem::message)
        .containsExactly(org.assertj.core.api.Assertions.tuple(line, key, message));
  }
}
