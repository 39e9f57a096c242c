package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.DockerCli;
import dev.drydock.engine.RequiresEngine;
import dev.drydock.json.Json;
import dev.drydock.report.ResultJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A batch of the real jar that is killed with -9 and called again ends as if it had not been
 * disturbed. {@code .ci/soak} calls this with a larger class, over this repository's own course,
 * and more kills.
 */
@RequiresEngine
class SurvivalEngineTest {

  private static final int STUDENTS = Integer.getInteger("survival.students", 16);
  private static final int KILLS = Integer.getInteger("survival.kills", 2);
  private static final long SEED = Long.getLong("survival.seed", 7);
  private static final String COURSE = System.getProperty("survival.course", "");

  @TempDir private Path home;
  private final Set<String> runIds = new TreeSet<>();
  private Path course;
  private GeneratedClass students;

  @Test
  void aKilledBatchEndsLikeAnUndisturbedOne() throws Exception {
    endsLikeAnUndisturbedOne(STUDENTS, KILLS);
  }

  @Test
  @Tag("soak")
  void soDoesALargerOneThatIsKilledMoreOften() throws Exception {
    endsLikeAnUndisturbedOne(60, 6);
  }

  private void endsLikeAnUndisturbedOne(int size, int kills) throws Exception {
    course = COURSE.isEmpty() ? PageCourse.write(home.resolve("course")) : Path.of(COURSE);
    students = GeneratedClass.of(course, home.resolve("class"), size, SEED);
    long began = System.nanoTime();
    call("undisturbed");
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    everyoneGotTheirVerdict("undisturbed");

    Random random = new Random(SEED);
    for (int i = 0; i < kills; i++) {
      // by what is there, not by the clock: a machine's speed changes from one call to the next;
      // a tenth is kept back, so that none ends first
      int results = (int) (0.9 * size * (i + random.nextDouble()) / kills);
      callAndKill("killed", results, (long) (random.nextDouble() * millis / size));
    }
    call("killed");
    everyoneGotTheirVerdict("killed");
    assertThat(differences(withoutTimes("undisturbed"), withoutTimes("killed"))).isEmpty();
    nothingIsLeft();
  }

  /** A call that is left alone until it ends. */
  private void call(String name) throws Exception {
    Process process = start(name);
    while (process.isAlive()) {
      noteRuns();
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    assertThat(process.exitValue()).as(errors()).isZero();
  }

  /** A call that is killed when so many results are there, at any moment of the next one's. */
  private void callAndKill(String name, int results, long millisAfter) throws Exception {
    Process process = start(name);
    while (process.isAlive() && resultsOf(name) < results) {
      noteRuns();
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    process.waitFor(millisAfter, TimeUnit.MILLISECONDS);
    noteRuns();
    assertThat(process.isAlive()).as("not ended before it is killed: " + errors()).isTrue();
    process.destroyForcibly().waitFor();
  }

  private Process start(String name) throws IOException {
    return new Binary(home)
        .course(course)
        .with("DRYDOCK_HOME", Files.createDirectories(home.resolve("drydock")).toString())
        .start(
            home.resolve("out.txt"),
            home.resolve("err.txt"),
            "batch",
            students.folder().toString(),
            "--out",
            home.resolve(name).toString());
  }

  private String errors() throws IOException {
    return Files.readString(home.resolve("err.txt"));
  }

  private void noteRuns() throws IOException {
    Path runs = home.resolve("drydock/runs");
    if (Files.isDirectory(runs)) {
      try (Stream<Path> all = Files.list(runs)) {
        all.map(path -> path.getFileName().toString())
            .filter(name -> !name.startsWith("."))
            .forEach(runIds::add);
      }
    }
  }

  private void everyoneGotTheirVerdict(String name) throws IOException {
    List<String> defects = new ArrayList<>();
    for (GeneratedClass.Entry entry : students.entries()) {
      for (String defect : entry.defects(ResultJson.read(Files.readString(result(name, entry))))) {
        defects.add(
            "%s %s (%s): %s"
                .formatted(
                    entry.student(), entry.exercise().id(), entry.expected().name(), defect));
      }
    }
    assertThat(defects).isEmpty();
  }

  /** The first line that differs of each file that does. */
  private static List<String> differences(
      SortedMap<String, String> one, SortedMap<String, String> other) {
    assertThat(other.keySet()).isEqualTo(one.keySet());
    List<String> differences = new ArrayList<>();
    one.forEach(
        (name, text) -> {
          List<String> a = text.lines().toList();
          List<String> b = other.get(name).lines().toList();
          for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            String left = i < a.size() ? a.get(i) : "(end)";
            String right = i < b.size() ? b.get(i) : "(end)";
            if (!left.equals(right)) {
              differences.add(name + ": " + left.strip() + " | " + right.strip());
              break;
            }
          }
        });
    return differences;
  }

  /** All results by name, without what is measured in milliseconds. */
  private SortedMap<String, String> withoutTimes(String name) throws IOException {
    SortedMap<String, String> results = new TreeMap<>();
    Path folder = results(name);
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> results.put(folder.relativize(file).toString(), withoutTimes(file)));
    }
    assertThat(results).hasSameSizeAs(students.entries());
    return results;
  }

  private Path results(String name) {
    return home.resolve(name).resolve("results");
  }

  private Path result(String name, GeneratedClass.Entry entry) {
    return results(name).resolve(entry.student()).resolve(entry.exercise().id() + ".json");
  }

  private long resultsOf(String name) {
    return students.entries().stream().filter(entry -> Files.exists(result(name, entry))).count();
  }

  private static String withoutTimes(Path file) {
    try {
      JsonNode result = Json.mapper().readTree(Files.readString(file));
      for (JsonNode image : result.get("images")) {
        if (!COURSE.isEmpty()) {
          // real programs print times and nonces, a step only prints when the engine has not got it
          // already, and the estimate compresses the times of what was built anew
          ((ObjectNode) image).remove(List.of("buildLog", "runLog", "compressedBytes"));
        }
        for (JsonNode check : image.get("checks")) {
          if (List.of("R05", "R07").contains(check.get("id").asString())) {
            ((ObjectNode) check).remove(List.of("measured", "measuredValue"));
          }
        }
      }
      String text = result.toPrettyString().replaceAll("\\b\\d+(\\.\\d+)? ?m?s\\b", "(time)");
      return COURSE.isEmpty() ? text : withoutMoments(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without what real programs' words, quoted in a message, owe to chance. */
  private static String withoutMoments(String text) {
    return text.replaceAll(
            "\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]\\d\\d[:_]\\d\\d[:_]\\d\\d\\w*", "(moment)")
        // output and errors come through two pipes, and which line is the last one of both is
        // chance
        .replaceAll("Last output: “[^”]*”", "Last output: (quoted)")
        .replaceAll("fixture:\\d+", "fixture:(port)");
  }

  private void nothingIsLeft() throws Exception {
    assertThat(runIds).hasSizeGreaterThan(1);
    DockerCli docker = new DockerCli(home);
    for (String id : runIds) {
      String label = "label=dev.drydock=" + id;
      for (List<String> question :
          List.of(
              List.of("ps", "--all", "--quiet", "--filter", label),
              List.of("images", "--all", "--quiet", "--filter", label),
              List.of("network", "ls", "--quiet", "--filter", label))) {
        assertThat(docker.run(question.toArray(String[]::new))).isZero();
        assertThat(docker.output()).as(question.toString()).isEmpty();
      }
    }
    assertThat(home.resolve("drydock/runs")).isEmptyDirectory();
  }
}
