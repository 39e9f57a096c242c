package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.ledger.DrydockHome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An engine of a test's own, which it freezes and kills in the middle of what it is asked. */
final class FrailEngine implements AutoCloseable {

  private static final String KIND = "frail";

  private static final Pattern OF_A_CONTAINER =
      Pattern.compile("/containers/(\\w{64})/(json|top|stop)");

  /** How often it is looked whether a container still runs, that does not answer. */
  private static final int LOOKS = 8;

  /** What an engine is in the middle of, by the last it was asked. */
  enum Phase {
    BUILD(asked("POST module=api request-url=\\S*/session")),
    SAVE(asked("/images/\\S+/get\"")),
    RUN(FrailEngine::isWaitedFor),
    STOP(asked("/containers/\\w{64}/stop"));

    private final Predicate<String> began;

    Phase(Predicate<String> began) {
      this.began = began;
    }

    private static Predicate<String> asked(String what) {
      return Pattern.compile(what).asPredicate();
    }
  }

  /** Whether there is a container that has not answered yet. */
  private static boolean isWaitedFor(String log) {
    Map<String, Integer> looks = new HashMap<>();
    Matcher asked = OF_A_CONTAINER.matcher(log);
    while (asked.find()) {
      boolean looked = asked.group(2).equals("json");
      looks.merge(asked.group(1), looked ? 1 : -LOOKS, Integer::sum);
    }
    return looks.values().stream().anyMatch(times -> times >= LOOKS);
  }

  private final Path folder;
  private final String address;

  private FrailEngine(Path folder, String address) {
    this.folder = folder;
    this.address = address;
  }

  static FrailEngine start(Path folder) throws Exception {
    return new FrailEngine(folder, SecondEngine.call(folder, "start", KIND, "busybox"));
  }

  /** As for DOCKER_HOST. */
  String address() {
    return address;
  }

  /** Wait until it is asked for it once more. */
  void await(Phase phase) throws Exception {
    long known = Files.size(log());
    Await.closely(() -> phase.began.test(logSince(known)));
  }

  private static Path log() {
    return DrydockHome.resolve().folder().resolve("second").resolve(KIND).resolve("dockerd.log");
  }

  private static String logSince(long known) throws IOException {
    try (InputStream log = Files.newInputStream(log())) {
      log.skipNBytes(known);
      return new String(log.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  void freeze() throws Exception {
    signal("STOP", pid());
  }

  void thaw() throws Exception {
    signal("CONT", pid());
  }

  void kill() throws Exception {
    ProcessHandle daemon = ProcessHandle.of(pid()).orElseThrow();
    assertThat(daemon.destroyForcibly()).isTrue();
    Await.until(() -> !daemon.isAlive());
  }

  /** Start it again after a kill. */
  void again() throws Exception {
    SecondEngine.call(folder, "again", KIND);
  }

  private static long pid() throws IOException {
    return Long.parseLong(Files.readString(Path.of("/run/drydock-" + KIND, "docker.pid")).strip());
  }

  static void signal(String signal, long pid) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).start();
    assertThat(kill.waitFor()).isZero();
  }

  /** So that the next class is built anew. */
  void forgetBuilds() throws Exception {
    docker("builder", "prune", "--all", "--force");
  }

  /** Of Drydock, in whatever state. */
  List<String> containers() throws Exception {
    return docker("ps", "--all", "--quiet", "--filter", "label=dev.drydock").lines().toList();
  }

  private String docker(String... arguments) throws Exception {
    Path out = Files.createTempFile(folder, "docker", ".out");
    ProcessBuilder builder = new ProcessBuilder("docker");
    builder.command().addAll(List.of(arguments));
    builder.environment().put("DOCKER_HOST", address);
    Process process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(out)).isZero();
    return Files.readString(out);
  }

  /** Ends it, frozen or not, and removes everything of it. */
  @Override
  public void close() throws Exception {
    SecondEngine.call(folder, "stop", KIND);
  }
}
