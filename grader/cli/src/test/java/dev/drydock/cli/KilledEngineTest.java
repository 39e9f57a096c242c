package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.RequiresEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A grader that is killed with -9 leaves something behind, and {@code drydock clean} removes it.
 */
@RequiresEngine
@Isolated(
    "the next grader removes what a killed one left, and clean what graders of other homes make")
class KilledEngineTest {

  @TempDir private Path folder;

  @Test
  void whileBuilding() throws Exception {
    RunningGrader grader = RunningGrader.building(folder);
    EngineObjects made = grader.made();
    List<ProcessHandle> builders = grader.process().descendants().toList();
    kill(grader.process());
    Await.until(() -> builders.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(new Binary(folder).run("clean").code()).isZero();
    assertThat(made.all()).isEmpty();
  }

  @Test
  void whileRunning() throws Exception {
    RunningGrader grader = RunningGrader.running(folder);
    EngineObjects made = grader.made();
    kill(grader.process());
    assertThat(made.all()).as("left behind").isNotEmpty();
    assertThat(new Binary(folder).run("clean").code()).isZero();
    assertThat(made.all()).isEmpty();
  }

  private static void kill(Process grader) throws Exception {
    grader.destroyForcibly();
    assertThat(grader.waitFor(1, TimeUnit.MINUTES)).isTrue();
  }
}
