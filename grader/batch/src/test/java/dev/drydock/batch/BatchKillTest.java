package dev.drydock.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The same call, killed again and again, ends as if it had never been disturbed. */
@Tag("long")
@Timeout(180)
@DisabledOnOs(OS.WINDOWS)
class BatchKillTest {

  @TempDir Path home;

  @Test
  void aRunKilledAtAnyMomentEndsLikeAnUndisturbedOne() throws Exception {
    ClassFixture undisturbed = KilledBatch.course(home.resolve("a"));
    undisturbed.run(undisturbed.grader());
    Path killed = home.resolve("b");
    int graded = 0;
    for (int lines : List.of(1, 3, 2, 5)) {
      List<String> seen = killAfter(killed, lines);
      graded += (int) seen.stream().filter(line -> !line.startsWith("UNCHANGED")).count();
    }
    List<String> last = read(start(killed), Integer.MAX_VALUE);
    assertThat(last).last().isEqualTo("finished");
    assertThat(last)
        .filteredOn(line -> line.startsWith("UNCHANGED"))
        .hasSizeGreaterThanOrEqualTo(graded);
    assertThat(ClassFixture.results(killed.resolve("run")))
        .isEqualTo(ClassFixture.results(undisturbed.out()))
        .hasSize(KilledBatch.STUDENTS);
  }

  @Test
  void aStopBySignalEndsCleanlyAndSaysHowToResume() throws Exception {
    Process process = start(home);
    read(process, 1);
    process.toHandle().destroy();
    List<String> rest = read(process, Integer.MAX_VALUE);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(rest).anyMatch(line -> line.contains("the same command resumes"));
    ClassFixture course = KilledBatch.course(home);
    assertThat(course.folder().manifest().orElseThrow().status().name()).isEqualTo("INTERRUPTED");
    assertThat(course.run(course.grader()).isComplete()).isTrue();
  }

  /** Lines printed until the process was killed with -9. */
  private List<String> killAfter(Path folder, int lines) throws IOException {
    Process process = start(folder);
    List<String> seen = read(process, lines);
    process.toHandle().destroyForcibly();
    seen.addAll(read(process, Integer.MAX_VALUE));
    return seen;
  }

  private static Process start(Path folder) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            KilledBatch.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static List<String> read(Process process, int lines) {
    List<String> seen = new ArrayList<>();
    BufferedReader reader = process.inputReader();
    try {
      for (String line = ""; seen.size() < lines && line != null; ) {
        line = reader.readLine();
        if (line != null) {
          seen.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return seen;
  }
}
