package dev.drydock.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.EngineSession;
import dev.drydock.engine.build.BuildKitBuilder;
import dev.drydock.engine.build.BuildKitTool;
import dev.drydock.engine.build.ClassicBuilder;
import dev.drydock.engine.build.WatchedBuilder;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.FakeDaemon;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.engine.ledger.GraderRun;
import dev.drydock.exercise.Course;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExerciseFolder;
import dev.drydock.image.TestImage;
import dev.drydock.image.TestLayer;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way to fail, whose it is, and what becomes of the submission. The builders' and the
 * engine's words are a real engine's, recorded; the builder that prints them is a script.
 */
@Timeout(120)
class WhoseFaultTest {

  private static final String EXERCISE =
      """
      id: "1"
      title: A tool
      summary: It ends well.
      images:
        - name: tool
          buildNetwork: none
          buildWithin: 20 s
          commands: [{name: ends well, exitCode: 0}]
          checks: {D01: {points: 1}, R01: {points: 1}}
      """;

  private static final String GOOD = "FROM alpine:3.22\nRUN true\n";

  @TempDir private Path home;

  /** Whose fault it is. The exit code is that of {@code drydock grade}. */
  enum Owner {
    /** The student's: nothing can be graded. */
    THEIRS(State.NOT_GRADABLE),
    /** The student's: it is graded, and not passed. */
    JUDGED(State.GRADED),
    /** The grader's, the engine's, the network's, a neighbour's: never a zero. */
    OURS(State.NOT_GRADED);

    final State state;

    Owner(State state) {
      this.state = state;
    }
  }

  /**
   * One way to fail.
   *
   * @param words of the message that the student, or the instructor, reads
   */
  record Row(String name, Owner owner, String words, String dockerfile, Consumer<Setting> how) {
    @Override
    public String toString() {
      return owner + ": " + name;
    }
  }

  /** What a row arranges. */
  static final class Setting {
    final FakeDaemon daemon = new FakeDaemon();
    final Path home;
    String recording = "good";
    int exitCode;
    boolean classic;
    int breaksAfter;
    String printed = "";

    Setting(Path home) {
      this.home = home;
      daemon.on("GET /images/[^/]+/get", FakeDaemon.bytes(200, image()));
    }

    private static byte[] image() {
      return new TestImage()
          .layer(new TestLayer().file("bin/sh", "x"))
          .config("Cmd", List.of("true"))
          .archive(TestImage.Layout.DOCKER);
    }

    WatchedBuilder builder(Engine engine, GraderRun run) {
      if (classic) {
        byte[] stream = FakeDaemon.recording("builds/" + recording + ".classic");
        boolean refused = new String(stream, StandardCharsets.UTF_8).startsWith("{\"message\"");
        daemon.on(
            "POST /build.*",
            breaksAfter == 0
                ? FakeDaemon.bytes(refused ? 400 : 200, stream)
                : FakeDaemon.breaksAfter(breaksAfter, stream));
        return new ClassicBuilder(engine, run);
      }
      try {
        Path log = home.resolve("log");
        if (printed.isEmpty()) {
          Files.write(log, FakeDaemon.recording("builds/" + recording + ".rawjson"));
        } else {
          Files.writeString(log, printed);
        }
        Path script = home.resolve("builder");
        Files.writeString(script, "cat '" + log + "'; exit " + exitCode + "\n");
        return new BuildKitBuilder(
            new BuildKitTool(List.of("sh", script.toString()), Map.of(), true), engine, run);
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
            buildKit(),
            classic(),
            builderGone(),
            images(),
            engine(),
            archives(),
            starts(),
            submissions())
        .flatMap(rows -> rows);
  }

  // ---- the builder's refusals, as recorded ----

  private static Row built(String recording, Owner owner, String words, String rest) {
    return new Row(
        "buildkit " + recording,
        owner,
        words,
        "FROM alpine:3.22\n" + rest,
        setting -> {
          setting.recording = recording;
          setting.exitCode = 1;
        });
  }

  private static Stream<Row> buildKit() {
    return Stream.of(
        built("run-false", Owner.THEIRS, "exit code: 1", "RUN echo working; false\n"),
        built("run-killed", Owner.THEIRS, "exit code: 137", "RUN sh -c 'kill -9 $$'; exit $?\n"),
        built("run-not-found", Owner.THEIRS, "nosuchprogram", "RUN nosuchprogram\n"),
        built(
            "run-words",
            Owner.THEIRS,
            "exit code: 6",
            "RUN echo 'dial tcp: lookup x: no such host' >&2; exit 6\n"),
        built("copy-missing", Owner.THEIRS, "nothere", "COPY nothere /\n"),
        built("copy-words", Owner.THEIRS, "no such host", "COPY [\"no such host\",\"/\"]\n"),
        built("add-url", Owner.THEIRS, "127.0.0.1:1", "ADD http://127.0.0.1:1/x /\n"),
        built(
            "workdir-file", Owner.THEIRS, "not a directory", "WORKDIR \"/etc/passwd/dial tcp\"\n"),
        built("user-unknown", Owner.THEIRS, "nobody2", "USER nobody2\nRUN true\n"),
        built(
            "user-words",
            Owner.THEIRS,
            "connection refused",
            "USER \"connection refused\"\nRUN true\n"),
        built(
            "mount-words",
            Owner.THEIRS,
            "i/o timeout",
            "RUN --mount=type=bind,source=\"i/o timeout\",target=/x true\n"),
        built("unknown-instruction", Owner.THEIRS, "FOO", "FOO bar\n"),
        built(
            "platform",
            Owner.THEIRS,
            "does not build",
            "FROM --platform=windows/amd64 alpine:3.22\nRUN true\n"),
        built("from-missing", Owner.OURS, "nobody-has-this", "RUN true\n"),
        built("stage-missing", Owner.OURS, "nix", "RUN true\n"));
  }

  private static Row old(String recording, Owner owner, String words, String rest) {
    return new Row(
        "classic " + recording,
        owner,
        words,
        "FROM alpine:3.22\n" + rest,
        setting -> {
          setting.recording = recording;
          setting.classic = true;
        });
  }

  private static Stream<Row> classic() {
    return Stream.of(
        old("run-false", Owner.THEIRS, "code: 1", "RUN echo working; false\n"),
        old("run-killed", Owner.THEIRS, "code: 137", "RUN sh -c 'kill -9 $$'; exit $?\n"),
        old("run-not-found", Owner.THEIRS, "nosuchprogram", "RUN nosuchprogram\n"),
        old(
            "run-words",
            Owner.THEIRS,
            "code: 6",
            "RUN echo 'dial tcp: lookup x: no such host' >&2; exit 6\n"),
        old("copy-missing", Owner.THEIRS, "nothere", "COPY nothere /\n"),
        old("copy-words", Owner.THEIRS, "no such host", "COPY [\"no such host\",\"/\"]\n"),
        old("add-url", Owner.THEIRS, "127.0.0.1:1", "ADD http://127.0.0.1:1/x /\n"),
        old(
            "user-words",
            Owner.THEIRS,
            "connection refused",
            "USER \"connection refused\"\nRUN true\n"),
        old("unknown-instruction", Owner.THEIRS, "FOO", "FOO bar\n"));
  }

  // ---- the builder is not itself ----

  private static Row prints(String name, Owner owner, String words, String printed) {
    return new Row(
        name,
        owner,
        words,
        GOOD,
        setting -> {
          setting.printed = printed;
          setting.exitCode = 1;
        });
  }

  private static Stream<Row> builderGone() {
    String export =
        "{\"vertexes\":[{\"digest\":\"sha256:1\",\"name\":\"exporting to image\",\"error\":\"%s\"}]}\n"
            + "ERROR: failed to build: failed to solve: %s\n";
    return Stream.of(
        prints(
            "the engine goes away in the middle",
            Owner.OURS,
            "EOF",
            "ERROR: failed to build: failed to receive status: rpc error: code = Unavailable desc ="
                + " error reading from server: EOF\n"),
        prints("the builder says nothing", Owner.OURS, "could not be run", "\n"),
        prints(
            "no room for the finished image",
            Owner.OURS,
            "no space left on device",
            export.formatted("write: no space left on device", "write: no space left on device")),
        prints(
            "the finished image cannot be written",
            Owner.OURS,
            "failed to register layer",
            export.formatted("failed to register layer", "failed to register layer")),
        prints(
            "the context cannot be sent",
            Owner.OURS,
            "connection reset",
            "{\"vertexes\":[{\"digest\":\"sha256:1\",\"name\":\"[internal] load build context\","
                + "\"error\":\"connection reset by peer\"}]}\n"
                + "ERROR: failed to build: failed to solve: connection reset by peer\n"),
        prints(
            "the registry wants a login",
            Owner.OURS,
            "unauthorized",
            "{\"vertexes\":[{\"digest\":\"sha256:1\",\"name\":\"[auth] library/alpine:pull token\","
                + "\"error\":\"unauthorized: incorrect username or password\"}]}\n"
                + "ERROR: failed to build: failed to solve: unauthorized: incorrect username or"
                + " password\n"),
        new Row(
            "the classic builder's line breaks",
            Owner.OURS,
            "Connection reset",
            GOOD,
            setting -> {
              setting.classic = true;
              setting.breaksAfter = 40;
              setting.daemon.on(
                  "GET /images/drydock-.*/json", FakeDaemon.error(404, "No such image"));
            }),
        new Row(
            "the builder's program is not there",
            Owner.OURS,
            "could not be run",
            GOOD,
            setting -> {
              setting.printed = "sh: not found\n";
              setting.exitCode = 127;
            }),
        new Row(
            "what was built is gone",
            Owner.OURS,
            "the image that was built is gone",
            GOOD,
            setting ->
                setting.daemon.on(
                    "GET /images/drydock-.*/json", FakeDaemon.error(404, "No such image"))));
  }

  // ---- base images ----

  private static Row pulled(String name, Owner owner, String words, FakeDaemon.Answer answer) {
    return new Row(
        name,
        owner,
        words,
        GOOD,
        setting ->
            setting
                .daemon
                .on(
                    "GET /images/alpine.*/json",
                    FakeDaemon.error(404, "No such image: alpine:3.22"))
                .on("POST /images/create.*", answer));
  }

  private static FakeDaemon.Answer stream(String words) {
    return FakeDaemon.json(
        200, "{\"errorDetail\":{\"message\":\"" + words + "\"},\"error\":\"" + words + "\"}\n");
  }

  private static Stream<Row> images() {
    return Stream.of(
        pulled(
            "no such tag, says the registry",
            Owner.THEIRS,
            "does not exist",
            FakeDaemon.error(404, "manifest for alpine:3.22 not found: manifest unknown")),
        pulled(
            "no such tag, says the stream",
            Owner.THEIRS,
            "does not exist",
            stream("manifest for alpine:3.22 not found")),
        pulled(
            "no registry",
            Owner.OURS,
            "cannot be pulled",
            FakeDaemon.error(500, "dial tcp: lookup registry.example: no such host")),
        pulled(
            "the registry times out",
            Owner.OURS,
            "cannot be pulled",
            stream("net/http: request canceled (Client.Timeout exceeded)")),
        pulled(
            "the registry's certificate is not known",
            Owner.OURS,
            "cannot be pulled",
            stream("x509: certificate signed by unknown authority")),
        pulled(
            "too many pulls",
            Owner.OURS,
            "cannot be pulled",
            stream("toomanyrequests: You have reached your pull rate limit")),
        pulled("the line breaks", Owner.OURS, "cannot be", FakeDaemon.refuses()));
  }

  // ---- the engine ----

  private static Row failing(String name, String words, String request, FakeDaemon.Answer answer) {
    return new Row(name, Owner.OURS, words, GOOD, setting -> setting.daemon.on(request, answer));
  }

  private static Stream<Row> engine() {
    FakeDaemon.Answer broken = FakeDaemon.error(500, "database is locked");
    return Stream.of(
        failing("no network can be made", "network", "POST /networks/create", broken),
        failing(
            "no more address pools",
            "network",
            "POST /networks/create",
            FakeDaemon.error(403, "all predefined address pools have been fully subnetted")),
        failing("images cannot be looked at", "", "GET /images/.+/json", broken),
        failing(
            "the engine refuses the line", "reached", "GET /images/.+/json", FakeDaemon.refuses()),
        failing(
            "half an answer",
            "",
            "GET /images/.+/json",
            FakeDaemon.endsAfter(100, FakeDaemon.recording("image.json"))),
        failing(
            "an answer that is none", "", "GET /images/.+/json", FakeDaemon.json(200, "<html>")),
        new Row(
            "the engine is frozen",
            Owner.OURS,
            "has not answered",
            GOOD,
            setting ->
                setting.daemon.on(
                    "GET /images/alpine.*",
                    request -> {
                      setting.daemon.freeze();
                      return setting.daemon.execute(request);
                    })));
  }

  // ---- the image, on its way out ----

  private static Row saved(String name, Owner owner, String words, FakeDaemon.Answer answer) {
    return new Row(
        name, owner, words, GOOD, setting -> setting.daemon.on("GET /images/[^/]+/get", answer));
  }

  private static Stream<Row> archives() {
    byte[] whole = Setting.image();
    return Stream.of(
        saved(
            "the image was removed", Owner.OURS, "removed", FakeDaemon.error(404, "No such image")),
        saved(
            "no room to save it",
            Owner.OURS,
            "no space left on device",
            FakeDaemon.error(500, "write /tmp/x: no space left on device")),
        saved("half an archive", Owner.OURS, "cannot be read", FakeDaemon.endsAfter(1500, whole)),
        saved(
            "the line breaks in it",
            Owner.OURS,
            "Connection reset",
            FakeDaemon.breaksAfter(1500, whole)),
        saved("no archive", Owner.OURS, "cannot be read", FakeDaemon.json(200, "hello")),
        inspected(
            "an image with holes of 80 GB",
            "the image cannot be graded. It adds 80.00 GB to its base",
            "\"Size\": \\d+",
            "\"Size\": 80000000000"),
        inspected(
            "an image of nothing",
            "the image cannot be graded. It is empty",
            "(?s)\"Layers\": \\[.*?\\]",
            "\"Layers\": []"));
  }

  /** An image that cannot be graded for what the engine knows of it. */
  private static Row inspected(String name, String words, String known, String other) {
    return new Row(
        name,
        Owner.THEIRS,
        words,
        GOOD,
        setting ->
            setting.daemon.on(
                "GET /images/drydock-.*/json|GET /images/sha256.*/json",
                FakeDaemon.json(
                    200,
                    new String(FakeDaemon.recording("image.json"), StandardCharsets.UTF_8)
                        .replaceFirst(known, other))));
  }

  // ---- the container ----

  private static Row started(
      String name, Owner owner, String words, FakeDaemon.Answer create, FakeDaemon.Answer start) {
    return new Row(
        name,
        owner,
        words,
        GOOD,
        setting ->
            setting
                .daemon
                .on("POST /containers/create.*", create)
                .on("POST /containers/[^/]+/start", start));
  }

  private static Stream<Row> starts() {
    FakeDaemon.Answer created = FakeDaemon.json(201, "{\"Id\":\"c1\",\"Warnings\":[]}");
    String runc = "failed to create task for container: OCI runtime create failed: runc: ";
    return Stream.of(
        started(
            "the program is not there",
            Owner.JUDGED,
            "",
            created,
            FakeDaemon.error(400, runc + "exec: \"/app\": no such file or directory")),
        started(
            "the program's name is an engine's words",
            Owner.JUDGED,
            "",
            created,
            FakeDaemon.error(400, runc + "exec: \"/no such host\": no such file or directory")),
        started(
            "the program may not be executed",
            Owner.JUDGED,
            "",
            created,
            FakeDaemon.error(400, runc + "exec: \"/app\": permission denied")),
        started(
            "no container starts here",
            Owner.OURS,
            "could not be started",
            created,
            FakeDaemon.error(500, runc + "cannot set cgroup")),
        started(
            "no container can be made",
            Owner.OURS,
            "could not be started",
            FakeDaemon.error(500, "no space left on device"),
            created),
        started("the engine goes away at the start", Owner.OURS, "", created, FakeDaemon.refuses()),
        started(
            "the image is removed before the start",
            Owner.OURS,
            "removed",
            FakeDaemon.error(404, "No such image"),
            created));
  }

  // ---- the submission ----

  private static Row handedIn(String name, String words, String dockerfile) {
    return new Row(name, Owner.THEIRS, words, dockerfile, setting -> {});
  }

  private static Stream<Row> submissions() {
    return Stream.of(
        handedIn("no Dockerfile", "there is no Dockerfile", ""),
        new Row(
            "a text that is none",
            Owner.THEIRS,
            "hello",
            "hello\n",
            setting -> {
              setting.recording = "unknown-instruction";
              setting.exitCode = 1;
            }),
        handedIn("an image that is not allowed", "somebody/solution", "FROM somebody/solution\n"),
        handedIn(
            "rights that no build has",
            "line 2: RUN --security=insecure asks for rights",
            "FROM alpine:3.22\nRUN --security=insecure true\n"),
        handedIn(
            "the host's network in a build",
            "line 2: RUN --network=host asks for rights",
            "FROM alpine:3.22\nRUN --network=host true\n"),
        handedIn(
            "another frontend", "syntax", "# syntax=evil/frontend\nFROM alpine:3.22\nRUN true\n"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyFailureHasItsOwner(Row row) throws Exception {
    Path folder = home.resolve("exercises/1-tool");
    ExerciseFolder.file(folder, "exercise.yaml", EXERCISE);
    ExerciseFolder.file(folder, "tool/Dockerfile", GOOD);
    Exercise exercise = ExerciseFolder.load(folder);
    Path submission = Files.createDirectories(home.resolve("submission"));
    if (!row.dockerfile().isEmpty()) {
      ExerciseFolder.file(submission, "tool/Dockerfile", row.dockerfile());
    }
    Setting setting = new Setting(home);
    row.how().accept(setting);
    SubmissionResult result;
    try (Grader grader =
        new Grader(
            Course.unspecified(),
            new DrydockHome(home.resolve("drydock")),
            Slots.unlimited(),
            run -> session(setting, run))) {
      result = grader.grade(exercise, submission, Progress.NONE).result();
    } finally {
      setting.daemon.thaw();
    }
    assertThat(result.state()).as(result.message()).isEqualTo(row.owner().state);
    assertThat(result.passed()).isFalse();
    if (row.owner() != Owner.JUDGED) {
      assertThat(result.message()).contains(row.words());
    }
    if (row.owner() == Owner.THEIRS && !row.dockerfile().isEmpty()) {
      assertThat(result.images()).as("what was refused still teaches").isNotEmpty();
    }
  }

  private static EngineSession session(Setting setting, GraderRun run) {
    Engine engine = setting.daemon.engine(FakeDaemon.ATTENTIVE);
    return EngineSession.begin(engine, run, setting.builder(engine, run));
  }
}
