package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import dev.drydock.engine.RequiresEngine;
import dev.drydock.engine.host.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A grader that is killed with -9 leaves something behind, and {@code drydock clean} removes it;
 * one that is asked to end removes it itself.
 */
@RequiresEngine
class KilledEngineTest {

  @TempDir private Path folder;
  private final DockerClient docker = Engine.connect().client();

  @Test
  void whileBuilding() throws Exception {
    Set<String> before = ours();
    Process grader = grade("FROM busybox\nRUN echo now building && sleep 100\n");
    Await.until(() -> said().contains("sleep 100"));
    List<ProcessHandle> builders = grader.descendants().toList();
    kill(grader);
    Await.until(() -> builders.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(new Binary(folder).run("clean").code()).isZero();
    assertThat(ours()).isSubsetOf(before);
  }

  @Test
  void whileRunning() throws Exception {
    Set<String> before = ours();
    Process grader = grade("FROM busybox\nCMD [\"sleep\", \"1000\"]\n");
    awaitContainerBeside(before);
    kill(grader);
    assertThat(ours()).as("left behind").isNotEqualTo(before);
    assertThat(new Binary(folder).run("clean").code()).isZero();
    assertThat(ours()).isSubsetOf(before);
  }

  @Test
  void aGradeThatIsAskedToEndWhileItBuildsLeavesNothing() throws Exception {
    Set<String> before = ours();
    Process grader = grade("FROM busybox\nRUN echo now building && sleep 100\n");
    Await.until(() -> said().contains("sleep 100"));
    List<ProcessHandle> builders = grader.descendants().toList();
    end(grader);
    assertThat(said()).endsWith("Stopped.\n");
    assertThat(builders).isNotEmpty();
    Await.until(() -> builders.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(ours()).isSubsetOf(before);
  }

  @Test
  void aGradeThatIsAskedToEndWhileItRunsLeavesNothing() throws Exception {
    Set<String> before = ours();
    Process grader = grade("FROM busybox\nCMD [\"sleep\", \"1000\"]\n");
    awaitContainerBeside(before);
    end(grader);
    assertThat(said()).endsWith("Stopped.\n");
    assertThat(Files.readString(folder.resolve("out"))).isEmpty();
    assertThat(ours()).isSubsetOf(before);
  }

  /** Of one at work in all phases, and of what its threads still begin while it stops. */
  @Test
  void aBatchThatIsAskedToEndLeavesNothing() throws Exception {
    Set<String> before = ours();
    handIn("building", "FROM busybox\nRUN echo now building && sleep 100\n");
    handIn("running", "FROM busybox\nCMD [\"sleep\", \"1000\"]\n");
    for (int i = 0; i < 6; i++) {
      handIn("student-" + i, "FROM busybox\nRUN echo " + i + "\nCMD [\"sleep\", \"1000\"]\n");
    }
    Process batch =
        new Binary(folder)
            .start(
                folder.resolve("out"),
                folder.resolve("err"),
                "batch",
                folder.resolve("class").toString(),
                "--out",
                folder.resolve("run").toString(),
                "--jobs",
                "4");
    awaitContainerBeside(before);
    end(batch);
    assertThat(said()).contains("the same command resumes");
    assertThat(ours()).isSubsetOf(before);
  }

  private void handIn(String student, String dockerfile) throws Exception {
    Path submission = Files.createDirectories(folder.resolve("class/" + student + "/3.9/backend"));
    Files.writeString(submission.resolve("Dockerfile"), dockerfile);
  }

  private Process grade(String dockerfile) throws Exception {
    Path submission = Files.createDirectories(folder.resolve("submission"));
    Files.writeString(submission.resolve("Dockerfile"), dockerfile);
    return new Binary(folder)
        .start(folder.resolve("out"), folder.resolve("err"), "grade", "3.9", submission.toString());
  }

  private void awaitContainerBeside(Set<String> before) throws Exception {
    Await.until(
        () ->
            ours().stream().anyMatch(one -> one.startsWith("container") && !before.contains(one)));
  }

  private static void end(Process grader) throws Exception {
    grader.destroy();
    assertThat(grader.waitFor(1, TimeUnit.MINUTES)).isTrue();
  }

  private static void kill(Process grader) throws Exception {
    grader.destroyForcibly();
    assertThat(grader.waitFor(1, TimeUnit.MINUTES)).isTrue();
  }

  private String said() throws Exception {
    return Files.readString(folder.resolve("err"));
  }

  /** Everything in the engine that a grader made and that has not been removed. */
  private Set<String> ours() {
    List<String> label = List.of("dev.drydock");
    return Stream.of(
            docker.listContainersCmd().withShowAll(true).withLabelFilter(label).exec().stream()
                .map(one -> "container " + one.getId()),
            docker.listNetworksCmd().withFilter("label", label).exec().stream()
                .map(one -> "network " + one.getId()),
            docker.listImagesCmd().withFilter("label", label).exec().stream()
                .map(one -> "image " + one.getId()))
        .flatMap(all -> all)
        .collect(Collectors.toSet());
  }
}
