package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.DockerCli;
import dev.drydock.engine.RequiresEngine;
import dev.drydock.exercise.ExerciseFolder;
import dev.drydock.json.Json;
import dev.drydock.report.ResultJson;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.CheckResult.Result;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A class in which nearly everybody attacks the grader, graded by the real jar on the real engine:
 * each gets the verdict of their own, those in between get theirs unharmed, nothing is left.
 *
 * <p>Bombs are small here: no builder limits processes or memory, and this is somebody's machine.
 */
@RequiresEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackEngineTest {

  private static final String NASTY =
      "<script>alert(1)</script> \u001b[2J\u001b]0;owned\u0007 =cmd|'/c calc'!A1 \u202egnp.exe";

  private Path home;
  private final ServerSocket host = listener();
  private final Set<String> visitors = new ConcurrentSkipListSet<>();
  private final Map<String, Attack> attacks = new LinkedHashMap<>();
  private final Map<String, SubmissionResult> results = new TreeMap<>();
  private Path course;
  private Path run;
  private Binary.Ended batch;
  private String runId = "";

  /** What somebody hands in, and the verdict it must get. */
  private record Attack(Consumer<Path> handIn, Consumer<SubmissionResult> verdict) {}

  @BeforeAll
  void gradeAll(@TempDir Path folder) throws Exception {
    home = folder;
    Thread thread = new Thread(this::receive, "host");
    thread.setDaemon(true);
    thread.start();
    course = PageCourse.writeWithDisk(home.resolve("course"), "1500 MB");
    run = home.resolve("run");
    Path students = Files.createDirectories(home.resolve("class"));
    list();
    for (Map.Entry<String, Attack> one : attacks.entrySet()) {
      one.getValue().handIn().accept(students.resolve(one.getKey()));
    }
    Path drydock = Files.createDirectories(home.resolve("drydock"));
    Path out = home.resolve("out.txt");
    Path err = home.resolve("err.txt");
    Process process =
        binary()
            .start(out, err, "batch", students.toString(), "--out", run.toString(), "--jobs", "3");
    while (process.isAlive()) {
      runId = runId.isEmpty() ? firstRun(drydock) : runId;
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    batch = new Binary.Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    for (var line :
        Json.mapper().readTree(Files.readString(run.resolve("run.json"))).get("entries")) {
      Path file = run.resolve(line.get("result").asString());
      results.put(line.get("student").asString(), ResultJson.read(Files.readString(file)));
    }
  }

  private void list() throws IOException {
    dockerfile("a neighbour, first", PageCourse.GOOD, AttackEngineTest::passes);

    dockerfile(
        "fork bomb, running",
        "FROM busybox\nUSER 1000\nCMD [\"sh\", \"-c\", \"b() { b | b & }; b; sleep 100\"]\n",
        result -> fails(result, "R01"));
    dockerfile(
        "many processes, building",
        "FROM busybox\nRUN i=0; while [ $i -lt 1000 ]; do sleep 600 & i=$((i+1)); done; wait\n",
        result -> notGradable(result, "longer than 20 s"));
    dockerfile(
        "memory hog",
        "FROM busybox\nUSER 1000\nCMD [\"tail\", \"/dev/zero\"]\n",
        result -> fails(result, "R01"));
    dockerfile(
        "disk filler, building",
        "FROM busybox\nRUN dd if=/dev/zero of=/big bs=1M count=20000\n",
        result -> notGradable(result, "the build was stopped"));
    dockerfile(
        "disk filler, running",
        "FROM busybox\nCMD [\"dd\", \"if=/dev/zero\", \"of=/big\", \"bs=1M\", \"count=20000\"]\n",
        result -> fails(result, "R01"));
    dockerfile(
        "sleeper",
        "FROM busybox\nRUN sleep 3600\n",
        result -> notGradable(result, "longer than 20 s"));
    dockerfile(
        "log flooder, building",
        "FROM busybox\nRUN yes " + "x".repeat(500) + "\n",
        result -> notGradable(result, "the build was stopped"));
    dockerfile(
        "log flooder, running",
        "FROM busybox\nUSER 1000\nCMD [\"yes\", \"" + "x".repeat(500) + "\"]\n",
        result -> fails(result, "R01"));
    dockerfile(
        "egress",
        served("nc -w 2 " + nameServer() + " 53 </dev/null && echo out || echo hello"),
        AttackEngineTest::passes);
    dockerfile(
        "the machine, running",
        served("(" + ways("nc -w 1 $a " + host.getLocalPort()) + "; echo hello)"),
        AttackEngineTest::passes);
    dockerfile(
        "the machine, building",
        PageCourse.GOOD + "RUN " + ways("nc -w 1 $a " + host.getLocalPort()) + "; true\n",
        AttackEngineTest::passes);
    dockerfile(
        "the machine, by the builder",
        PageCourse.GOOD + "ADD http://" + machine().get(0) + ":" + host.getLocalPort() + "/x /x\n",
        result -> notGradable(result, "line 6", "ADD would fetch"));
    dockerfile(
        "the machine, by a repository",
        "ARG U=git@" + machine().get(0) + "\nFROM busybox\nARG U\nADD ${U}:x.git /x\n",
        result -> notGradable(result, "line 4", "ADD would fetch"));
    dockerfile(
        "reference as base",
        "FROM drydock/reference\n",
        result -> notGradable(result, "line 1", "drydock/reference"));
    dockerfile(
        "another's image",
        "FROM busybox\nCOPY --from=drydock-0123456789ab-web-1 / /\n",
        result -> notGradable(result, "line 2", "drydock-0123456789ab-web-1"));
    dockerfile(
        "an image by id",
        "FROM busybox\nRUN --mount=type=bind,from=sha256:" + "0".repeat(64) + ",target=/x true\n",
        result -> notGradable(result, "line 2"));
    attack(
        "symlinked Dockerfile",
        folder ->
            link(
                ExerciseFolder.file(folder, "9.1/web/x", "x").resolveSibling("Dockerfile"),
                Path.of("x")),
        result -> notGradable(result, "link"));
    attack(
        "link loop",
        folder -> {
          Path web = ExerciseFolder.file(folder, "9.1/web/Dockerfile", PageCourse.GOOD).getParent();
          link(web.resolve("loop"), web);
          link(web.resolve("a"), Path.of("b"));
          link(web.resolve("b"), Path.of("a"));
        },
        result -> {
          passes(result);
          assertThat(result.ignoredFiles()).containsExactly("web/a", "web/b", "web/loop");
        });
    attack(
        "zip slip",
        folder ->
            zip(
                folder,
                zip -> {
                  entry(zip, "9.1/web/Dockerfile", PageCourse.GOOD);
                  entry(zip, "../../../../escaped", "x");
                  entry(zip, "/tmp/drydock-escaped", "x");
                }),
        AttackEngineTest::passes);
    attack(
        "zip bomb",
        folder ->
            zip(
                folder,
                zip -> {
                  zip.putNextEntry(new ZipEntry("9.1/web/Dockerfile"));
                  for (int i = 0; i < 300; i++) {
                    zip.write(new byte[1_000_000]);
                  }
                }),
        result -> notGradable(result, "Dockerfile"));
    dockerfile(
        "triggers",
        PageCourse.GOOD + "ONBUILD RUN rm -rf /\nONBUILD COPY --from=drydock/reference / /\n",
        AttackEngineTest::passes);
    dockerfile(
        "deaf to the signal",
        PageCourse.GOOD.replace("'exit 0'", "''").replace("& wait", "& wait; sleep 99"),
        result -> fails(result, "R05"));
    dockerfile(
        "slow starter",
        PageCourse.GOOD.replace("httpd", "sleep 90; httpd"),
        result -> fails(result, "R01"));
    dockerfile(
        "late port",
        PageCourse.GOOD.replace("httpd", "(sleep 2; httpd").replace(" & wait", ") & wait"),
        AttackEngineTest::passes);
    dockerfile(
        "forged verdict",
        """
        FROM busybox
        RUN echo '#6 DONE 0.1s'; echo 'writing image sha256:0000'; echo '{"passed": true, "state": "graded"}'
        USER 1000
        CMD ["sh", "-c", "while sleep 1; do echo '[PASS] R01'; echo 'Tests run: 9, Failures: 0'; done"]
        """,
        result -> fails(result, "R01"));
    dockerfile("twin of the next", PageCourse.GOOD + "# one\n", AttackEngineTest::passes);
    dockerfile(
        "twin of the one before",
        PageCourse.GOOD.replace("EXPOSE", "ENV TWIN=2\nEXPOSE"),
        AttackEngineTest::passes);
    dockerfile(
        "=1+1 \u001b[31m<b>\u202enasty",
        PageCourse.GOOD
            + "LABEL text=\""
            + NASTY
            + "\"\n"
            + "RUN echo \""
            + NASTY.replaceAll("[<>()|']", "")
            + "\" && exit 1\n",
        result -> notGradable(result, "line 7"));
    attack(
        "nasty names",
        folder -> {
          ExerciseFolder.file(folder, "9.1/web/Dockerfile", PageCourse.GOOD);
          ExerciseFolder.file(folder, "9.1/web/<img src=x>\u001b[1A\n.txt", "x");
          ExerciseFolder.file(folder, "9.1/web/=1+1.txt", "x");
        },
        AttackEngineTest::passes);

    dockerfile("z neighbour, last", PageCourse.GOOD + "# last\n", AttackEngineTest::passes);
  }

  Stream<String> students() throws IOException {
    if (attacks.isEmpty()) {
      list();
    }
    return attacks.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("students")
  void eachGetsItsVerdict(String student) {
    assertThat(results).containsKey(student);
    attacks.get(student).verdict().accept(results.get(student));
  }

  @AfterAll
  void stopListening() throws IOException {
    host.close();
  }

  @Test
  void nobodyReachesThisMachine() throws Exception {
    assertThat(visitors).isEmpty();
    // who listens is there for those who reach it
    try (Socket socket = new Socket(machine().get(0), host.getLocalPort())) {
      assertThat(socket.isConnected()).isTrue();
    }
    Await.until(() -> !visitors.isEmpty());
  }

  @Test
  void theBatchEndsWellAndOnTime() {
    assertThat(batch.code()).as(batch.out() + batch.err()).isZero();
    assertThat(batch.out()).contains("0 not graded");
  }

  @Test
  void nothingIsLeftBehind() throws Exception {
    assertThat(runId).isNotEmpty();
    DockerCli docker = new DockerCli(home);
    String label = "label=dev.drydock=" + runId;
    for (String[] question :
        List.of(
            new String[] {"ps", "--all", "--quiet", "--filter", label},
            new String[] {"images", "--all", "--quiet", "--filter", label},
            new String[] {"network", "ls", "--quiet", "--filter", label})) {
      assertThat(docker.run(question)).isZero();
      assertThat(docker.output()).as(String.join(" ", question)).isEmpty();
    }
    assertThat(home.resolve("drydock/runs")).isEmptyDirectory();
    assertThat(Path.of("/tmp/drydock-escaped")).doesNotExist();
    try (Stream<Path> all = Files.walk(home)) {
      assertThat(all.map(path -> path.getFileName().toString())).doesNotContain("escaped");
    }
  }

  @Test
  void whatIsKeptStaysSmall() throws IOException {
    try (Stream<Path> all = Files.walk(run)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        assertThat(Files.size(file)).as(file.toString()).isLessThan(1_000_000);
      }
    }
  }

  @Test
  void noTextOfTheirsMovesACursorOrRunsAnything() throws Exception {
    assertThat(batch.out() + batch.err()).doesNotContain("\u001b", "\u202e", "\u0007");
    for (String format : List.of("csv", "junit", "sarif", "similarity")) {
      InProcess exported = export("--format", format);
      assertThat(exported.out()).as(format).doesNotContain("\u001b", "\u202e", "<script>");
    }
    InProcess csv = export("--format", "csv");
    assertThat(csv.out().lines()).noneMatch(line -> line.startsWith("=") || line.contains(",="));
    Path feedback = home.resolve("feedback");
    export("--format", "feedback", "--out", feedback.toString());
    try (Stream<Path> files = Files.list(feedback)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file)).as(file.toString()).doesNotContain("\u001b", "\u202e");
        if (file.toString().endsWith(".html")) {
          assertThat(Files.readString(file)).doesNotContain("<script", "<img");
        }
      }
    }
  }

  private InProcess export(String... options) {
    InProcess drydock = new InProcess();
    List<String> arguments = new ArrayList<>(List.of("export", run.toString()));
    arguments.addAll(List.of(options));
    assertThat(drydock.run(course, arguments.toArray(String[]::new))).as(drydock.err()).isZero();
    return drydock;
  }

  private Binary binary() {
    return new Binary(home).course(course).with("DRYDOCK_HOME", home.resolve("drydock").toString());
  }

  private static String firstRun(Path drydock) throws IOException {
    Path runs = drydock.resolve("runs");
    if (!Files.isDirectory(runs)) {
      return "";
    }
    try (Stream<Path> all = Files.list(runs)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .findFirst()
          .orElse("");
    }
  }

  private static void passes(SubmissionResult result) {
    assertThat(result.state()).as(result.message()).isEqualTo(State.GRADED);
    assertThat(failed(result)).isEmpty();
    assertThat(result.passed()).isTrue();
  }

  private static void fails(SubmissionResult result, String check) {
    assertThat(result.state()).as(result.message()).isEqualTo(State.GRADED);
    assertThat(failed(result)).extracting(CheckResult::id).contains(check);
    assertThat(result.passed()).isFalse();
  }

  private static void notGradable(SubmissionResult result, String... words) {
    assertThat(result.state()).as(result.message()).isEqualTo(State.NOT_GRADABLE);
    assertThat(result.points()).isZero();
    assertThat(result.message()).contains(words);
  }

  private static List<CheckResult> failed(SubmissionResult result) {
    return result.images().stream()
        .flatMap(image -> image.checks().stream())
        .filter(check -> check.required() && check.outcome() == Result.FAIL)
        .toList();
  }

  /** A page whose text a command says when it starts. */
  private static String served(String command) {
    return PageCourse.GOOD
        .replace("COPY index.html /www/\n", "RUN mkdir -m 777 /www\n")
        .replace("httpd", "(%s) >/www/index.html; httpd".formatted(command));
  }

  private static ServerSocket listener() {
    try {
      return new ServerSocket(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void receive() {
    while (!host.isClosed()) {
      try (Socket visitor = host.accept()) {
        visitors.add(visitor.getRemoteSocketAddress() + " at " + visitor.getLocalSocketAddress());
      } catch (IOException e) {
        // closed, or gone again
      }
    }
  }

  /** What asks all addresses that a machine may have for its containers, at once. */
  private static String ways(String command) throws IOException {
    // without a quote or a backslash, which mean something in a CMD
    return "for a in $(ip route | head -n 1 | cut -d ' ' -f 3) "
        + String.join(" ", machine())
        + "; do "
        + command
        + " </dev/null & done; wait";
  }

  private static List<String> machine() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress() && address instanceof Inet4Address)
        .map(InetAddress::getHostAddress)
        .sorted()
        .toList();
  }

  private static String nameServer() throws IOException {
    return Files.readAllLines(Path.of("/etc/resolv.conf")).stream()
        .filter(line -> line.startsWith("nameserver "))
        .map(line -> line.substring("nameserver ".length()).strip())
        .findFirst()
        .orElse("192.0.2.1");
  }

  private void dockerfile(String student, String text, Consumer<SubmissionResult> verdict) {
    attack(student, folder -> ExerciseFolder.file(folder, "9.1/web/Dockerfile", text), verdict);
  }

  private void attack(String student, Consumer<Path> handIn, Consumer<SubmissionResult> verdict) {
    attacks.put(student, new Attack(handIn, verdict));
  }

  private static void link(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Entries {
    void write(ZipOutputStream zip) throws IOException;
  }

  private static void zip(Path student, Entries entries) {
    Path file = student.resolveSibling(student.getFileName() + ".zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      entries.write(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
