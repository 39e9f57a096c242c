package dev.drydock.batch;

import static dev.drydock.batch.ClassFixture.GOOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.batch.entry.Selection;
import dev.drydock.batch.store.RunFolderException;
import dev.drydock.exercise.Exercise;
import dev.drydock.verdict.SubmissionResult.State;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegradeTest {

  @TempDir Path home;
  private ClassFixture course;

  @BeforeEach
  void course() {
    course = new ClassFixture(home);
  }

  private RegradeSettings settings(Exercise exercise) {
    return RegradeSettings.of(course.out(), id -> Optional.of(exercise));
  }

  @Test
  void aChangedThresholdChangesGradesWithoutASubmissionOrAnEngine() throws Exception {
    course.student("alice", GOOD).student("bob", GOOD + "# size 9000000\n");
    course.run(course.grader());
    try (var files = java.nio.file.Files.walk(home.resolve("class"))) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        java.nio.file.Files.delete(file);
      }
    }
    RegradeSummary summary = Regrade.run(settings(course.exercise("10 MB")));
    assertThat(summary.judged()).isEqualTo(2);
    assertThat(summary.changes())
        .extracting(RegradeSummary.Change::text)
        .containsExactly("bob 3.9: 1 of 4, not passed → 4 of 4, passed");
    assertThat(summary.kept() + summary.notGraded()).isZero();
    assertThat(course.result("bob").passed()).isTrue();
    assertThat(course.folder().manifest().orElseThrow().entries().get(1).passed()).isTrue();
  }

  @Test
  void theResultIsTheOneThatGradingWouldGive() {
    course.student("alice", GOOD).student("bob", "Dockerfile", GOOD + "# does not build\n");
    course.run(course.grader());
    Regrade.run(settings(course.exercise("4 MB")));
    ClassFixture anew = new ClassFixture(home.resolve("anew"));
    anew.exercise("4 MB");
    anew.student("alice", GOOD).student("bob", "Dockerfile", GOOD + "# does not build\n");
    anew.run(anew.grader());
    assertThat(ClassFixture.results(course.out())).isEqualTo(ClassFixture.results(anew.out()));
  }

  @Test
  void whoSharedAGradeIsJudgedUnderTheirOwnNames() {
    course.student("alice", GOOD).student("bob", "Dockerfile", GOOD).student("bob", "x.txt", "x");
    course.run(course.grader());
    Regrade.run(settings(course.exercise("4 MB")));
    assertThat(course.result("bob").images().get(0).dockerfile().path()).isEqualTo("Dockerfile");
    assertThat(course.result("bob").ignoredFiles()).containsExactly("x.txt");
    assertThat(course.result("bob").student()).isEqualTo("bob");
  }

  @Test
  void aBatchAfterwardsFindsNothingToDo() {
    course.student("alice", GOOD).student("bob", "Dockerfile", GOOD).student("carol", "x", "no");
    course.run(course.grader());
    Regrade.run(settings(course.exercise("4 MB")));
    var before = ClassFixture.results(course.out());
    FakeGrader grader = course.grader();
    BatchSummary summary = course.run(grader);
    assertThat(grader.graded()).isEmpty();
    assertThat(summary.status().atNoCost()).isEqualTo(3);
    assertThat(ClassFixture.results(course.out())).isEqualTo(before);
  }

  @Test
  void notGradedEntriesAreKeptAndCounted() {
    course.student("alice", GOOD + "# engine fails\n").student("bob", GOOD);
    course.run(course.grader());
    RegradeSummary summary = Regrade.run(settings(course.exercise("4 MB")));
    assertThat(summary.notGraded()).isEqualTo(1);
    assertThat(course.result("alice").state()).isEqualTo(State.NOT_GRADED);
  }

  @Test
  void aSelectionLeavesTheOthers() {
    course.student("alice", GOOD).student("bob", GOOD + "# b\n");
    course.run(course.grader());
    Selection bob = new Selection(Set.of("bob"), Set.of(), false);
    Regrade.run(settings(course.exercise("4 MB")).withSelection(bob));
    assertThat(course.result("alice").passed()).isTrue();
    assertThat(course.result("bob").passed()).isFalse();
  }

  @Test
  void aFolderWithoutARunIsRefused() {
    RegradeSettings nowhere = RegradeSettings.of(home, id -> Optional.empty());
    assertThatThrownBy(() -> Regrade.run(nowhere))
        .isInstanceOf(RunFolderException.class)
        .hasMessageContaining("is not a RUN folder");
  }
}
