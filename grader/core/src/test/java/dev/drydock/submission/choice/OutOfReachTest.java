package dev.drydock.submission.choice;

import static dev.drydock.exercise.ExerciseFolder.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExerciseFolder;
import dev.drydock.submission.Submission;
import dev.drydock.submission.Submission.Accepted;
import dev.drydock.submission.Submission.NotGradable;
import dev.drydock.submission.folder.EntryKind;
import dev.drydock.submission.folder.IntakeLimits;
import dev.drydock.submission.folder.SubmissionTree;
import dev.drydock.submission.folder.TreeEntry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What this machine cannot read is not held against whoever handed it in. */
class OutOfReachTest {

  @TempDir private Path home;
  private Exercise exercise;

  @BeforeEach
  void loadExercise() {
    Path folder =
        ExerciseFolder.write(
            home,
            "9.1-one",
            """
            id: "9.1"
            title: One
            summary: One image.
            images:
              - name: backend
                port: 8080
                requests: [{name: ping, path: /ping}]
                checks: {D01: {points: 1}}
            """);
    file(folder, "backend/Dockerfile", "FROM golang:1.27\n");
    exercise = ExerciseFolder.load(folder);
  }

  @Test
  void aClosedFolderMayHoldTheDockerfileThatIsMissed() {
    assertThatThrownBy(() -> choose(TreeEntry.other("backend/", EntryKind.CLOSED, 0)))
        .isInstanceOf(InfrastructureException.class)
        .hasMessageContaining("backend/ cannot be read here");
  }

  @Test
  void aClosedDockerfileIsOurs() {
    assertThatThrownBy(() -> choose(TreeEntry.other("backend/Dockerfile", EntryKind.CLOSED, 0)))
        .isInstanceOf(InfrastructureException.class);
  }

  /** Between looking and reading it may go away, or a disk may fail. */
  @Test
  void aFileThatCannotBeOpenedIsOurs() {
    Path gone = home.resolve("gone");
    assertThatThrownBy(() -> choose(TreeEntry.file("backend/Dockerfile", 10, false, gone)))
        .isInstanceOf(InfrastructureException.class)
        .hasMessageContaining("backend/Dockerfile cannot be read here");
  }

  @Test
  void aClosedFolderBesideTheDockerfileIsIgnored() {
    Path dockerfile = file(home, "handed-in", "FROM scratch\n");
    assertThat(
            choose(
                TreeEntry.file("backend/Dockerfile", 13, false, dockerfile),
                TreeEntry.other("closed/", EntryKind.CLOSED, 0)))
        .isInstanceOf(Accepted.class);
  }

  @Test
  void whatAnArchiveDoesNotLetBeReadIsTheirs() {
    assertThat(choose(TreeEntry.other("backend/Dockerfile", EntryKind.UNREADABLE, 0)))
        .isInstanceOf(NotGradable.class);
  }

  /** A file that opens for root, too, and cannot be read. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void anArchiveThatCannotBeReadIsOurs() {
    Intake intake = Intake.using(home);
    assertThatThrownBy(() -> intake.read(exercise, Path.of("/proc/self/mem")))
        .isInstanceOf(InfrastructureException.class)
        .hasMessageContaining("mem cannot be read here");
  }

  private Submission choose(TreeEntry... entries) {
    return FileChoice.choose(
        exercise, SubmissionTree.of(List.of(entries), true), IntakeLimits.standard());
  }
}
