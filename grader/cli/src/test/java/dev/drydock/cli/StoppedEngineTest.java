package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.RequiresEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A grader that is asked to end removes what it made. */
@RequiresEngine
@Execution(ExecutionMode.CONCURRENT)
class StoppedEngineTest {

  @TempDir private Path folder;

  @Test
  void aGradeThatIsAskedToEndWhileItBuildsLeavesNothing() throws Exception {
    RunningGrader grader = RunningGrader.building(folder);
    List<ProcessHandle> builders = grader.process().descendants().toList();
    end(grader.process());
    assertThat(grader.said()).endsWith("Stopped.\n");
    assertThat(builders).isNotEmpty();
    Await.until(() -> builders.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(grader.made().all()).isEmpty();
  }

  @Test
  void aGradeThatIsAskedToEndWhileItRunsLeavesNothing() throws Exception {
    RunningGrader grader = RunningGrader.running(folder);
    end(grader.process());
    assertThat(grader.said()).endsWith("Stopped.\n");
    assertThat(grader.printed()).isEmpty();
    assertThat(grader.made().all()).isEmpty();
  }

  /** Of one at work in all phases, and of what its threads still begin while it stops. */
  @Test
  void aBatchThatIsAskedToEndLeavesNothing() throws Exception {
    handIn("building", "FROM busybox\nRUN echo now building && sleep 100\n");
    handIn("running", "FROM busybox\nCMD [\"sleep\", \"1000\"]\n");
    for (int i = 0; i < 6; i++) {
      handIn("student-" + i, "FROM busybox\nRUN echo " + i + "\nCMD [\"sleep\", \"1000\"]\n");
    }
    String students = folder.resolve("class").toString();
    String run = folder.resolve("run").toString();
    RunningGrader batch =
        RunningGrader.start(folder, "batch", students, "--out", run, "--jobs", "4");
    Await.until(batch.made()::hasContainer);
    end(batch.process());
    assertThat(batch.said()).contains("the same command resumes");
    assertThat(batch.made().all()).isEmpty();
  }

  private void handIn(String student, String dockerfile) throws Exception {
    Path submission = Files.createDirectories(folder.resolve("class/" + student + "/3.9/backend"));
    Files.writeString(submission.resolve("Dockerfile"), dockerfile);
  }

  private static void end(Process grader) throws Exception {
    grader.destroy();
    assertThat(grader.waitFor(1, TimeUnit.MINUTES)).isTrue();
  }
}
