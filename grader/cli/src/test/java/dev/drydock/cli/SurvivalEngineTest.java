package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.DockerCli;
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

  private static final int STUDENTS = Integer.getInteger("survival.students", 30);
  private static final int KILLS = Integer.getInteger("survival.kills", 2);
  private static final long SEED = Long.getLong("survival.seed", 7);
  private static final String COURSE = System.getProperty("survival.course", "");

  @TempDir private Path home;
  private final Set<String> runIds = new TreeSet<>();
  private Path course;
  private GeneratedClass students;

  @Test
  void aKilledBatchEndsLikeAnUndisturbedOne() throws Exception {
    course = COURSE.isEmpty() ? PageCourse.write(home.resolve("course")) : Path.of(COURSE);
    students = GeneratedClass.of(course, home.resolve("class"), STUDENTS, SEED);
    long began = System.nanoTime();
    assertThat(call("undisturbed", Long.MAX_VALUE)).isTrue();
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    everyoneGotTheirVerdict("undisturbed");

    Random random = new Random(SEED);
    int ended = 0;
    for (int i = 0; i < KILLS; i++) {
      long within = 500 + (long) (random.nextDouble() * millis / KILLS);
      ended += call("killed", within) ? 1 : 0;
    }
    assertThat(ended).as("calls that ended before they were killed").isLessThan(KILLS);
    assertThat(call("killed", Long.MAX_VALUE)).isTrue();
    everyoneGotTheirVerdict("killed");
    assertThat(differences(withoutTimes("undisturbed"), withoutTimes("killed"))).isEmpty();
    nothingIsLeft();
  }

  /** Call the batch; false when it was killed before it ended. */
  private boolean call(String name, long killAfterMillis) throws Exception {
    Path drydock = Files.createDirectories(home.resolve("drydock"));
    Path err = home.resolve("err.txt");
    Process process =
        new Binary(home)
            .course(course)
            .with("DRYDOCK_HOME", drydock.toString())
            .start(
                home.resolve("out.txt"),
                err,
                "batch",
                students.folder().toString(),
                "--out",
                home.resolve(name).toString());
    long began = System.nanoTime();
    while (process.isAlive()) {
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      if (millis >= killAfterMillis) {
        process.destroyForcibly().waitFor();
        return false;
      }
      noteRuns(drydock.resolve("runs"));
      process.waitFor(Math.min(100, Math.max(1, killAfterMillis - millis)), TimeUnit.MILLISECONDS);
    }
    assertThat(process.exitValue()).as(Files.readString(err)).isZero();
    return true;
  }

  private void noteRuns(Path runs) throws IOException {
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
      Path file =
          home.resolve(name)
              .resolve("results")
              .resolve(entry.student())
              .resolve(entry.exercise().id() + ".json");
      for (String defect : entry.defects(ResultJson.read(Files.readString(file)))) {
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
    Path folder = home.resolve(name).resolve("results");
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> results.put(folder.relativize(file).toString(), withoutTimes(file)));
    }
    assertThat(results).hasSize(STUDENTS);
    return results;
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
