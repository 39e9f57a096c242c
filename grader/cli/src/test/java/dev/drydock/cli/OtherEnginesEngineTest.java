package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.RequiresEngine;
import dev.drydock.exercise.ExerciseFolder;
import dev.drydock.report.ResultJson;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Engines that students have and this machine's is not: the distribution's old one, one with the
 * containerd image store, one on another machine, and a rootless one. Started beside it by a
 * script, with the base image handed over.
 */
@RequiresEngine
@Execution(ExecutionMode.CONCURRENT)
@EnabledIf(
    value = "dev.drydock.cli.SecondEngine#canStart",
    disabledReason = "a second engine needs root on Debian")
class OtherEnginesEngineTest {

  private static final String STAGES =
      """
      FROM busybox AS build
      RUN mkdir /made && echo hello > /made/index.html
      FROM busybox
      COPY --from=build /made /www
      EXPOSE 8080
      USER 1000:1000
      CMD ["sh", "-c", "trap 'exit 0' TERM; httpd -f -p 8080 -h /www & wait"]
      """;

  private static final String HEREDOC =
      """
      FROM busybox
      RUN <<EOF
      mkdir /www
      echo hello > /www/index.html
      EOF
      CMD ["httpd", "-f", "-p", "8080", "-h", "/www"]
      """;

  /** Of an exercise whose program fetches a page from the grader. */
  private static final String FETCH =
      """
      id: "9.2"
      title: A fetch
      summary: Fetch one page.
      images:
        - name: fetch
          editable: [Dockerfile, .dockerignore]
          buildNetwork: none
          startWithin: 10s
          commands:
            - {name: fetch, env: {url: "{fixture}/page.html"}, exitCode: 0, outputContains: [Fixture]}
          checks:
            R01: {points: 1}
      """;

  /** Of an exercise that asks what only a look into the container can tell. */
  private static final String LOOK =
      """
      id: "9.3"
      title: A look
      summary: Serve one page to everybody, as nobody.
      images:
        - name: web
          editable: [Dockerfile, .dockerignore]
          buildNetwork: none
          port: 8080
          startWithin: 3s
          requests: [{name: page, path: /, bodyContains: [hello]}]
          checks:
            R02: {points: 1}
            R03: {points: 1}
            R04: {points: 1}
      """;

  @TempDir private Path folder;
  private final Map<String, String> env = new HashMap<>();
  private Path course;
  private Path page;
  private String exercise = PageCourse.ID;
  private String kind = "";

  @BeforeEach
  void writeCourse() {
    course = PageCourse.write(folder.resolve("course"));
    page = course.resolve("solutions/9.1/reference");
  }

  @AfterEach
  void stop() throws Exception {
    if (!kind.isEmpty()) {
      SecondEngine.call(folder, "stop", kind);
    }
  }

  @Test
  void theOldEngineGradesAndSaysWhatItDoesNotKnow() throws Exception {
    start("old", "busybox");
    Path stages = submission(STAGES);
    assertThat(grade(0, stages).points()).isEqualTo(10);
    SubmissionResult classic = grade(0, stages, "--builder", "classic");
    assertThat(classic.points()).isEqualTo(10);
    assertThat(classic.environment().builder()).isEqualTo("classic");

    SubmissionResult refused = grade(3, submission(HEREDOC));
    assertThat(refused.state()).isEqualTo(State.NOT_GRADED);
    assertThat(refused.message()).contains("heredoc").contains("20.10");

    assertThat(drydock("doctor").out()).contains("✔ ways out     containers reach neither");

    Path failing = submission("FROM busybox\nRUN echo well\nRUN echo oh && \\\n  cat /none\n");
    assertThat(grade(1, failing).message())
        .startsWith("web/Dockerfile, line 3: the image does not build.");
  }

  @Test
  void sizesAreTheSameOnTheContainerdStore() throws Exception {
    Path stages = submission(STAGES);
    SubmissionResult here = grade(0, stages);
    start("containerd", "busybox");
    SubmissionResult there = grade(0, stages);
    assertThat(there.environment().store()).isEqualTo("containerd");
    assertThat(here.environment().store()).isNotEqualTo("containerd");
    assertThat(drydock("doctor").out())
        .contains("✔ ways out     containers reach neither")
        .contains("✔ ways out     builds without a network reach neither");
    assertThat(there.images().get(0).sizeBytes()).isEqualTo(here.images().get(0).sizeBytes());
  }

  @Test
  void onAnotherMachineOnlyWhatCannotBeReachedIsNotGraded() throws Exception {
    Path fetch = fetch();
    start("remote", "busybox");
    env.put("DOCKER_TLS_VERIFY", "1");
    env.put("DOCKER_CERT_PATH", "/run/drydock-remote");
    SubmissionResult reached = grade(0, page);
    assertThat(reached.points()).isEqualTo(10);
    assertThat(reached.environment().builder()).isEqualTo("buildkit");
    Path mute = submission("FROM busybox\nUSER 1000\nCMD [\"sleep\", \"60\"]\n");
    assertThat(grade(1, mute).state()).isEqualTo(State.GRADED);

    exercise = "9.2";
    assertThat(grade(0, fetch).points()).isEqualTo(1);

    exercise = PageCourse.ID;
    whatCannotBeTriedIsSaid();

    // where it refuses, no other engine that would answer takes its place
    env.put("DOCKER_CERT_PATH", folder.toString());
    assertThat(grade(3, page).message()).contains("refuses this client");

    // a socket that somebody brought here says nothing of the ports behind it
    env.put("DOCKER_HOST", "unix:///run/drydock-remote/docker.sock");
    env.remove("DOCKER_TLS_VERIFY");
    SubmissionResult silent = grade(3, page);
    assertThat(silent.state()).isEqualTo(State.NOT_GRADED);
    assertThat(silent.message()).contains("cannot be reached from this machine");
  }

  /** Where it cannot be tried, nobody is told that it is safe. */
  private void whatCannotBeTriedIsSaid() throws Exception {
    String words = "whether containers reach the engine's machine could not be tried";
    assertThat(drydock("doctor").out()).contains("! ways out     " + words);
    ExerciseFolder.file(folder, "class/ada/9.1/web/Dockerfile", PageCourse.GOOD);
    String students = folder.resolve("class").toString();
    Binary.Ended ended = drydock("batch", students, "--out", folder.resolve("run").toString());
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.err()).startsWith("! " + words);
    assertThat(ended.out()).contains("1 passed");
  }

  @Test
  void aRootlessEngineGivesTheSameVerdicts() throws Exception {
    Path fetch = fetch();
    Path look = course.resolve("exercises/9.3-a-look");
    ExerciseFolder.file(look, "exercise.yaml", LOOK);
    ExerciseFolder.file(
        look,
        "web/Dockerfile",
        "FROM busybox\nCMD [\"sh\", \"-c\", \"httpd -f -p 127.0.0.1:8080 & wait\"]\n");
    exercise = "9.3";
    List<CheckResult> here = looked(grade(1, look));
    assertThat(here)
        .extracting(CheckResult::outcome)
        .containsOnly(CheckResult.Result.FAIL)
        .hasSize(3);

    start("rootless", "busybox");
    assertThat(looked(grade(1, look))).isEqualTo(here);
    exercise = "9.2";
    assertThat(grade(0, fetch).points()).isEqualTo(1);
    exercise = PageCourse.ID;
    assertThat(grade(0, page).points()).isEqualTo(10);
    assertThat(drydock("doctor").out())
        .contains("✔ ways out     containers reach neither")
        .contains("the engine's disk cannot be seen from here")
        .doesNotContain("free for images");
  }

  /** It would answer, and blame the student for what differs. */
  @Test
  void podmanIsRefused() throws Exception {
    start("podman");
    assertThat(grade(3, page).message()).contains("is Podman").contains("start Docker");
    assertThat(drydock("doctor"))
        .satisfies(doctor -> assertThat(doctor.code()).isEqualTo(3))
        .satisfies(doctor -> assertThat(doctor.out()).contains("is Podman"));
  }

  private static List<CheckResult> looked(SubmissionResult result) {
    return result.images().get(0).checks().stream()
        .filter(check -> List.of("R02", "R03", "R04").contains(check.id()))
        .toList();
  }

  private Path fetch() {
    Path fetch = course.resolve("exercises/9.2-a-fetch");
    ExerciseFolder.file(fetch, "exercise.yaml", FETCH);
    ExerciseFolder.file(fetch, "fetch/Dockerfile", "FROM busybox\nUSER 1000\nCMD wget -qO- $url\n");
    return fetch;
  }

  private Path submission(String dockerfile) throws IOException {
    Path submission = Files.createTempDirectory(folder, "submission");
    ExerciseFolder.file(submission, "web/Dockerfile", dockerfile);
    return submission;
  }

  private SubmissionResult grade(int code, Path submission, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("grade", exercise, submission.toString()));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--json", "-"));
    Binary.Ended ended = drydock(arguments.toArray(String[]::new));
    assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(code);
    return ResultJson.read(ended.out());
  }

  private Binary.Ended drydock(String... arguments) throws Exception {
    Binary binary = new Binary(folder).course(course);
    env.forEach(binary::with);
    return binary.run(arguments);
  }

  private void start(String name, String... baseImages) throws Exception {
    kind = name;
    List<String> arguments = new ArrayList<>(List.of("start", name));
    arguments.addAll(List.of(baseImages));
    env.put("DOCKER_HOST", SecondEngine.call(folder, arguments.toArray(String[]::new)));
  }
}
