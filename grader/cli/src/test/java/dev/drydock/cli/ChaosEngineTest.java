package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.RequiresEngine;
import dev.drydock.exercise.ExerciseFolder;
import dev.drydock.report.ResultJson;
import dev.drydock.verdict.SubmissionResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * An engine that freezes, dies, or is shared costs nobody anything: a class gets the verdicts that
 * it gets on an engine that is left alone.
 */
@RequiresEngine
@EnabledIf(
    value = "dev.drydock.cli.SecondEngine#canStart",
    disabledReason = "a second engine needs root on Debian")
class ChaosEngineTest {

  private static final int STUDENTS = 30;

  private static final Duration LONG_FREEZE = Duration.ofSeconds(60);

  /** Longer than any bound of the exercise, too. */
  private static final Duration SHORT_FREEZE = Duration.ofSeconds(30);

  /** Builds for a while, is large enough to be saved for a while, and answers after a while. */
  private static final String SLOW =
      """
      FROM busybox
      COPY index.html /www/
      RUN sleep 2; head -c 20000000 /dev/zero > /large
      EXPOSE 8080
      USER 1000:1000
      CMD ["sh", "-c", "trap 'exit 0' TERM; sleep 3; httpd -f -p 8080 -h /www & wait"]
      """;

  /** Handed in by several each. */
  private static final List<String> DOCKERFILES =
      List.of(
          SLOW,
          PageCourse.GOOD,
          PageCourse.GOOD.replace("USER 1000:1000\n", ""),
          PageCourse.GOOD.replace("'exit 0'", "''"),
          PageCourse.GOOD.replace("COPY index.html /www/", "RUN mkdir /www"),
          PageCourse.GOOD.replace("COPY", "COPPY"),
          PageCourse.GOOD + "RUN echo no luck; exit 3\n",
          "FROM busybox\nUSER 1000\nCMD [\"sh\", \"-c\", \"echo no settings; exit 3\"]\n",
          SLOW.replace("sleep 2;", "sleep 1;").replace("sleep 3;", "sleep 2;"));

  @TempDir private static Path folder;

  private static FrailEngine engine;
  private static Path course;
  private static SortedMap<String, String> undisturbed;

  @TempDir private Path home;

  @BeforeAll
  static void gradeUndisturbed() throws Exception {
    course = PageCourse.write(folder.resolve("course"));
    for (int i = 0; i < STUDENTS; i++) {
      String student = "students/student-%02d/%s/web/Dockerfile".formatted(i, PageCourse.ID);
      ExerciseFolder.file(folder, student, DOCKERFILES.get(i % DOCKERFILES.size()));
    }
    engine = FrailEngine.start(folder);
    Running batch = Running.batch(Files.createDirectories(folder.resolve("undisturbed")));
    batch.endsWith(0);
    undisturbed = batch.verdicts();
    assertThat(undisturbed).hasSize(STUDENTS);
    assertThat(undisturbed.values().stream().distinct()).hasSize(DOCKERFILES.size() - 1);
    assertThat(batch.said()).doesNotContain("again");
  }

  @AfterAll
  static void stop() throws Exception {
    if (engine != null) {
      engine.close();
    }
  }

  @Test
  void aClassThatIsGradedWhileTheEngineFreezes() throws Exception {
    Running batch = Running.batch(home);
    freezeDuring(FrailEngine.Phase.BUILD, SHORT_FREEZE);
    freezeDuring(FrailEngine.Phase.RUN, SHORT_FREEZE);
    endsLikeTheUndisturbedOne(batch);
  }

  @Test
  @Tag("soak")
  void aClassThatIsGradedWhileTheEngineFreezesInEveryPhase() throws Exception {
    Running batch = Running.batch(home);
    for (FrailEngine.Phase phase : FrailEngine.Phase.values()) {
      freezeDuring(phase, LONG_FREEZE);
    }
    endsLikeTheUndisturbedOne(batch);
  }

  @Test
  void aClassThatIsGradedWhileTheEngineIsKilled() throws Exception {
    Running batch = Running.batch(home);
    killDuring(FrailEngine.Phase.RUN);
    endsLikeTheUndisturbedOne(batch);
  }

  @Test
  @Tag("soak")
  void aClassThatIsGradedWhileTheEngineIsKilledInEveryPhase() throws Exception {
    Running batch = Running.batch(home);
    for (FrailEngine.Phase phase : FrailEngine.Phase.values()) {
      killDuring(phase);
    }
    endsLikeTheUndisturbedOne(batch);
  }

  @Test
  void oneWhoPressesCtrlCDoesNotWaitForAFrozenEngine() throws Exception {
    Running building = grade("building", "FROM busybox\nRUN sleep 1000\n");
    Await.until(() -> building.said().contains("sleep 1000"));
    Running running = grade("running", "FROM busybox\nCMD [\"sleep\", \"1000\"]\n");
    engine.await(FrailEngine.Phase.RUN);
    engine.freeze();
    try {
      building.interrupt();
      running.interrupt();
      for (Running grader : List.of(building, running)) {
        grader.endsWith(130);
        assertThat(grader.said().lines())
            .containsOnlyOnce(
                "Stopped. The engine does not answer; the next run removes what is left there.");
        assertThat(Files.readString(grader.home().resolve("out"))).isEmpty();
      }
    } finally {
      engine.thaw();
    }
    for (Running grader : List.of(building, running)) {
      Running.start(grader.home(), "clean").endsWith(0);
    }
    assertThat(engine.containers()).isEmpty();
  }

  private Running grade(String name, String dockerfile) throws Exception {
    Path own = Files.createDirectories(home.resolve(name));
    ExerciseFolder.file(own, "submission/web/Dockerfile", dockerfile);
    return Running.start(own, "grade", PageCourse.ID, own.resolve("submission").toString());
  }

  @Test
  void twoUsersAtOnceWhileAThirdCleans() throws Exception {
    Running one = Running.batch(Files.createDirectories(home.resolve("one")));
    Running other = Running.batch(Files.createDirectories(home.resolve("other")));
    Path third = Files.createDirectories(home.resolve("third"));
    int cleaned = 0;
    while (one.process().isAlive() || other.process().isAlive()) {
      Running.start(third, "clean").endsWith(0);
      cleaned++;
    }
    assertThat(cleaned).isGreaterThan(1);
    endsLikeTheUndisturbedOne(one);
    endsLikeTheUndisturbedOne(other);
  }

  private static void killDuring(FrailEngine.Phase phase) throws Exception {
    engine.await(phase);
    engine.kill();
    engine.again();
  }

  private static void freezeDuring(FrailEngine.Phase phase, Duration length) throws Exception {
    engine.await(phase);
    engine.freeze();
    TimeUnit.SECONDS.sleep(length.toSeconds());
    engine.thaw();
  }

  private static void endsLikeTheUndisturbedOne(Running batch) throws Exception {
    batch.endsWith(0);
    assertThat(batch.verdicts()).as(batch.said()).isEqualTo(undisturbed);
  }

  /** The runnable jar at work on the engine, with a home of its own. */
  private record Running(Process process, Path home) {

    static Running batch(Path home) throws Exception {
      engine.forgetBuilds();
      return start(
          home, "batch", folder.resolve("students").toString(), "--out", "run", "--jobs", "2");
    }

    static Running start(Path home, String... arguments) throws IOException {
      Process process =
          new Binary(home)
              .course(course)
              .with("DOCKER_HOST", engine.address())
              .with("DRYDOCK_HOME", home.resolve("drydock").toString())
              .start(home.resolve("out"), home.resolve("err"), arguments);
      return new Running(process, home);
    }

    String said() throws IOException {
      return Files.readString(home.resolve("err"));
    }

    /** As a terminal does: every process of the command gets it. */
    void interrupt() throws Exception {
      List<ProcessHandle> graders =
          Stream.concat(Stream.of(process.toHandle()), process.descendants())
              .filter(one -> one.info().command().filter(it -> it.endsWith("/java")).isPresent())
              .toList();
      for (ProcessHandle grader : graders) {
        FrailEngine.signal("INT", grader.pid());
      }
    }

    void endsWith(int code) throws Exception {
      boolean ended = process.waitFor(8, TimeUnit.MINUTES);
      process.destroyForcibly();
      assertThat(ended).as(said()).isTrue();
      assertThat(process.exitValue()).as(said()).isEqualTo(code);
    }

    /** What everybody got: state, points, and how each check came out. */
    SortedMap<String, String> verdicts() throws IOException {
      SortedMap<String, String> verdicts = new TreeMap<>();
      try (Stream<Path> files = Files.walk(home.resolve("run/results"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          SubmissionResult result = ResultJson.read(Files.readString(file));
          List<String> words = new ArrayList<>();
          words.add(result.state() + " " + result.points());
          result.images().stream()
              .flatMap(image -> image.checks().stream())
              .forEach(check -> words.add(check.id() + " " + check.outcome()));
          verdicts.put(String.valueOf(result.student()), String.join(", ", words));
        }
      }
      return verdicts;
    }
  }
}
