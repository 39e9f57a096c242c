package dev.drydock.batch;

import static dev.drydock.batch.ClassFixture.GOOD;
import static dev.drydock.batch.ClassFixture.REQUESTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.batch.entry.BatchEntry;
import dev.drydock.batch.entry.Selection;
import dev.drydock.batch.store.EntryRecord.Attempt;
import dev.drydock.batch.store.RunFolder;
import dev.drydock.batch.store.RunFolderException;
import dev.drydock.batch.store.RunManifest;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BatchTest {

  @TempDir Path home;
  private ClassFixture course;

  @BeforeEach
  void course() {
    course = new ClassFixture(home);
  }

  @Test
  void everySubmissionGetsAResultOfItsOwn() {
    course.student("alice", GOOD).student("bob", GOOD + "# size 90000000\n");
    BatchSummary summary = course.run(course.grader());
    assertThat(summary.isComplete()).isTrue();
    assertThat(summary.status().passed()).isEqualTo(1);
    assertThat(summary.status().failed()).isEqualTo(1);
    assertThat(course.out().resolve("results/alice/3.9.json")).exists();
    assertThat(course.result("alice").student()).isEqualTo("alice");
    assertThat(course.result("alice").points()).isEqualTo(4);
    assertThat(course.result("bob").points()).isEqualTo(1);
  }

  @Test
  void theManifestSaysWhoIsInItAndHowItEnded() {
    course.student("alice", GOOD);
    course.run(course.grader());
    RunManifest manifest = course.folder().manifest().orElseThrow();
    assertThat(manifest.status()).isEqualTo(RunManifest.Status.FINISHED);
    assertThat(manifest.exercises().get(0).maxPoints()).isEqualTo(4);
    assertThat(manifest.entries().get(0).state()).isEqualTo(State.GRADED);
    assertThat(manifest.entries().get(0).result()).isEqualTo("results/alice/3.9.json");
  }

  @Test
  void aSecondCallGradesNothing() {
    course.student("alice", GOOD).student("bob", "FROM\n");
    course.run(course.grader());
    FakeGrader second = course.grader();
    BatchSummary summary = course.run(second);
    assertThat(second.graded()).isEmpty();
    assertThat(summary.status().atNoCost()).isEqualTo(2);
    assertThat(summary.status().passed()).isEqualTo(1);
    assertThat(summary.isComplete()).isTrue();
  }

  @Test
  void onlyAChangedSubmissionIsGradedAgain() {
    course.student("alice", GOOD).student("bob", GOOD + "# b\n");
    course.run(course.grader());
    course.student("bob", GOOD + "# size 90000000\n");
    FakeGrader second = course.grader();
    course.run(second);
    assertThat(second.graded()).containsExactly("bob");
    assertThat(course.result("bob").passed()).isFalse();
    assertThat(course.record("bob").attempts()).hasSize(2);
  }

  @Test
  void identicalSubmissionsAreGradedOnce() {
    course.student("alice", GOOD).student("bob", GOOD).student("carol", GOOD);
    FakeGrader grader = course.grader();
    BatchSummary summary = course.run(grader);
    assertThat(grader.graded()).containsExactly("alice");
    assertThat(summary.status().passed()).isEqualTo(3);
    assertThat(course.result("carol").student()).isEqualTo("carol");
    assertThat(course.record("carol").attempts())
        .extracting(Attempt::how)
        .containsExactly("same as alice");
  }

  @Test
  void whoSharesAGradeKeepsTheirOwnIgnoredFilesAndFileNames() {
    course
        .student("alice", GOOD)
        .student("bob", "Dockerfile", GOOD)
        .student("bob", "notes.txt", "x");
    FakeGrader grader = course.grader();
    course.run(grader);
    assertThat(grader.graded()).containsExactly("alice");
    SubmissionResult bob = course.result("bob");
    assertThat(bob.ignoredFiles()).containsExactly("notes.txt");
    assertThat(bob.images().get(0).dockerfile().path()).isEqualTo("Dockerfile");
  }

  @Test
  void whoSharesAGradeIsToldHowTheirOwnFilesWereUnderstood() {
    course
        .student("alice", "Dockerfile.txt", GOOD)
        .student("bob", GOOD)
        .student("carol", "backend/backend.Dockerfile", GOOD);
    FakeGrader grader = course.grader();
    course.run(grader);
    assertThat(grader.graded()).containsExactly("alice");
    notesAreOfTheirOwnFiles();
    // all judged from what alice's was found to be
    course.exercise("9 MB");
    assertThat(course.run(course.grader()).status().passed()).isEqualTo(3);
    notesAreOfTheirOwnFiles();
    // and a newcomer
    course.student("dora", "docker/Dockerfile", GOOD);
    course.run(grader);
    assertThat(grader.graded()).containsExactly("alice");
    assertThat(course.result("dora").notes()).singleElement().asString().contains("docker/");
  }

  private void notesAreOfTheirOwnFiles() {
    assertThat(course.result("alice").notes()).singleElement().asString().contains(".txt");
    assertThat(course.result("bob").notes()).isEmpty();
    assertThat(course.result("carol").notes())
        .singleElement()
        .asString()
        .contains("backend.Dockerfile");
  }

  @Test
  void aSharedGradeIsTheOneThatGradingAloneWouldGive() {
    course.student("alice", GOOD).student("bob", "Dockerfile", GOOD);
    course.run(course.grader());
    SubmissionResult shared = course.result("bob");
    ClassFixture alone = new ClassFixture(home.resolve("alone"));
    alone.student("bob", "Dockerfile", GOOD);
    alone.run(alone.grader());
    assertThat(shared).isEqualTo(alone.result("bob"));
  }

  @Test
  void whoseFilesHaveOtherNamesIsGradedAloneWhenTheGradeNamesThem() {
    String broken = GOOD + "# does not build\n";
    course.student("alice", broken).student("bob", "Dockerfile", broken);
    FakeGrader grader = course.grader();
    course.run(grader);
    assertThat(grader.graded()).containsExactlyInAnyOrder("alice", "bob");
    assertThat(course.result("bob").message()).startsWith("Dockerfile, line 2");
    assertThat(course.result("alice").message()).startsWith("backend/Dockerfile, line 2");
  }

  @Test
  void aNewStudentWithAKnownSubmissionCostsNothing() {
    course.student("alice", GOOD);
    course.run(course.grader());
    course.student("bob", GOOD);
    FakeGrader second = course.grader();
    course.run(second);
    assertThat(second.graded()).isEmpty();
    assertThat(course.result("bob").passed()).isTrue();
  }

  @Test
  void aChangedThresholdIsJudgedFromStoredEvidence() {
    course.student("alice", GOOD).student("bob", GOOD + "# does not build\n");
    course.run(course.grader());
    course.exercise("4 MB");
    FakeGrader second = course.grader();
    course.run(second);
    assertThat(second.graded()).isEmpty();
    assertThat(course.result("alice").passed()).isFalse();
    assertThat(course.result("alice").points()).isEqualTo(1);
    assertThat(course.result("bob").state()).isEqualTo(State.NOT_GRADABLE);
  }

  @Test
  void aChangedAppIsGradedAgain() {
    course.student("alice", GOOD);
    course.run(course.grader());
    ClassFixture.write(
        home.resolve("exercises/3.9-multi-stage-backend/backend/main.go"), "package other\n");
    FakeGrader second = course.grader();
    course.run(second);
    assertThat(second.graded()).containsExactly("alice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "requests: [{name: ping, path: /pong}]",
        "requests: [{name: ping, path: /ping, method: POST}]",
        "requests: [{name: ping, path: /ping, headers: {A: b}}]",
        "requests: [{name: ping, path: /ping, body: x}]",
        "requests: [{name: ping, path: /ping, whileStopping: true}]",
        REQUESTS + "\n    env: {A: b}",
        REQUESTS + "\n    startWithin: 30 s",
        REQUESTS + "\n    stopWithin: 30 s",
        REQUESTS + "\n    buildWithin: 30 s",
        REQUESTS + "\n    buildDisk: 3 GB",
        REQUESTS + "\n    buildNetwork: default"
      })
  void anAppThatIsBuiltOrRunOtherwiseIsGradedAgain(String how) {
    assertThat(gradedWhenTheExerciseIs(how)).containsExactly("alice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "requests: [{name: ping, path: /ping, status: 404}]",
        "requests: [{name: ping, path: /ping, bodyContains: [x]}]"
      })
  void anAnswerThatIsExpectedOtherwiseIsJudgedFromStoredEvidence(String how) {
    assertThat(gradedWhenTheExerciseIs(how)).isEmpty();
  }

  private List<String> gradedWhenTheExerciseIs(String how) {
    course.student("alice", GOOD);
    course.run(course.grader());
    course.exercise("8 MB", how);
    FakeGrader second = course.grader();
    course.run(second);
    return second.graded();
  }

  @Test
  void anotherBaseImageOrEngineIsGradedAgain() {
    course.student("alice", GOOD);
    course.run(course.grader());
    course.conditions("engine 28, golang:1.27=b");
    FakeGrader second = course.grader();
    course.run(second);
    assertThat(second.graded()).containsExactly("alice");
    FakeGrader third = course.grader();
    course.run(third);
    assertThat(third.graded()).isEmpty();
  }

  @Test
  void aBaseImageThatIsPulledMeanwhileIsNoChange() {
    course.conditions("engine 28, golang:1.27=");
    course.student("alice", GOOD).student("bob", GOOD);
    FakeGrader grader = course.grader();
    grader.before(source -> course.conditions("engine 28, golang:1.27=pulled"));
    course.run(grader);
    assertThat(grader.graded()).containsExactly("alice");
    FakeGrader second = course.grader();
    course.run(second);
    assertThat(second.graded()).isEmpty();
  }

  @Test
  void withoutAnEngineWhatHasNotChangedStandsAndTheRestIsNotGraded() {
    course.student("alice", GOOD).student("bob", GOOD + "# b\n");
    course.run(course.grader());
    course.conditions(null);
    course.student("bob", GOOD + "# changed\n");
    FakeGrader second = course.grader().failing("bob", 10);
    BatchSummary summary = course.run(second);
    assertThat(second.graded()).containsOnly("bob");
    assertThat(summary.status().passed()).isEqualTo(1);
    assertThat(summary.ungraded()).hasSize(1);
    course.conditions("engine 28, golang:1.27=a");
    FakeGrader third = course.grader();
    course.run(third);
    assertThat(third.graded()).containsExactly("bob");
  }

  @Test
  void anInfrastructureFailureIsRetriedThreeTimesAndThenNotGraded() {
    course.student("alice", GOOD + "# engine fails\n").student("bob", GOOD);
    FakeGrader grader = course.grader();
    BatchSummary summary = course.run(grader);
    assertThat(grader.graded()).filteredOn("alice"::equals).hasSize(4);
    assertThat(course.result("alice").state()).isEqualTo(State.NOT_GRADED);
    assertThat(course.result("alice").message()).isEqualTo("the engine is gone");
    assertThat(course.record("alice").attempts()).hasSize(4);
    assertThat(course.result("bob").passed()).isTrue();
    assertThat(summary.isComplete()).isFalse();
    assertThat(summary.ungraded()).hasSize(1);
    assertThat(summary.interrupted()).isFalse();
  }

  @Test
  void anInfrastructureFailureThatPassesLeavesAGrade() {
    course.student("alice", GOOD);
    BatchSummary summary = course.run(course.grader().failing("alice", 2));
    assertThat(course.result("alice").passed()).isTrue();
    assertThat(summary.isComplete()).isTrue();
    assertThat(course.record("alice").attempts())
        .extracting(Attempt::state)
        .containsExactly(State.NOT_GRADED, State.NOT_GRADED, State.GRADED);
  }

  @Test
  void notGradedEntriesAreTriedAgainByTheNextCall() {
    course.student("alice", GOOD).student("bob", GOOD + "# b\n");
    course.run(course.grader().failing("alice", 10));
    FakeGrader second = course.grader();
    assertThat(course.run(second).isComplete()).isTrue();
    assertThat(second.graded()).containsExactly("alice");
    assertThat(course.result("alice").passed()).isTrue();
  }

  @Test
  void anOlderGradeOutlivesAnInfrastructureFailure() {
    course.student("alice", GOOD);
    course.run(course.grader());
    String before = ClassFixture.results(course.out()).toString();
    course.student("alice", GOOD + "# changed\n");
    BatchSummary summary = course.run(course.grader().failing("alice", 10));
    assertThat(ClassFixture.results(course.out())).hasToString(before);
    assertThat(summary.status().notGraded()).isEqualTo(1);
    assertThat(summary.ungraded().get(0).kept()).isTrue();
    assertThat(course.record("alice").attempts()).last().extracting(Attempt::kept).isEqualTo(true);
    FakeGrader third = course.grader();
    course.run(third);
    assertThat(third.graded()).containsExactly("alice");
  }

  @Test
  void aGradersOwnBugIsNotTheStudents() {
    course.student("alice", GOOD + "# throws\n");
    course.run(course.grader());
    assertThat(course.result("alice").state()).isEqualTo(State.NOT_GRADED);
    assertThat(course.result("alice").message()).contains("a bug");
  }

  @Test
  void aSubmissionThatChangesWhileItIsGradedIsGradedAgain() {
    course.student("alice", GOOD);
    FakeGrader grader = course.grader();
    grader.before(
        source -> {
          if (grader.graded().size() == 1) {
            course.student("alice", GOOD + "# size 90000000\n");
          }
        });
    course.run(grader);
    assertThat(grader.graded()).hasSize(2);
    assertThat(course.result("alice").passed()).isFalse();
    FakeGrader second = course.grader();
    course.run(second);
    assertThat(second.graded()).isEmpty();
  }

  @Test
  void aSubmissionIsGradedFromTheBytesItsKeyIsOf() {
    course.student("alice", GOOD).student("bob", GOOD + "# b\n");
    FakeGrader grader = course.grader().failing("bob", 1);
    course.run(grader);
    assertThat(grader.graded()).containsExactlyInAnyOrder("alice", "bob", "bob");
    // once for key and grade, and once more to see that it did not change meanwhile
    assertThat(course.reads("alice")).isEqualTo(2);
    assertThat(course.reads("bob")).isEqualTo(2);
  }

  @Test
  void aSelectionLeavesTheOthersAsTheyAre() {
    course.student("alice", GOOD).student("bob", GOOD + "# b\n");
    Selection bob = new Selection(Set.of("bob"), Set.of(), false);
    BatchSummary summary = Batch.run(course.settings(course.grader()).withSelection(bob));
    assertThat(summary.status().total()).isEqualTo(1);
    assertThat(course.out().resolve("results/alice")).doesNotExist();
    assertThat(course.out().resolve("results/bob/3.9.json")).exists();
  }

  @Test
  void failedOnesCanBeGradedAgainThoughNothingChanged() {
    course.student("alice", GOOD).student("bob", GOOD + "# size 90000000\n");
    course.run(course.grader());
    FakeGrader second = course.grader();
    Selection failed = new Selection(Set.of(), Set.of(), true);
    Batch.run(course.settings(second).withSelection(failed));
    assertThat(second.graded()).containsExactly("bob");
  }

  @Test
  void aResultThatIsGoneOrChangedIsMadeAgain() throws IOException {
    course.student("alice", GOOD).student("bob", GOOD + "# b\n").student("carol", GOOD + "# c\n");
    course.run(course.grader());
    var before = ClassFixture.results(course.out());
    Files.delete(course.resultFile("alice"));
    Files.writeString(course.resultFile("bob"), "{\"student\": \"bo");
    course.run(course.grader());
    assertThat(ClassFixture.results(course.out())).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "\"at\"", "\"20", "\"state\"", ": \"graded"})
  void aRecordThatIsDamagedIsMadeAgain(String lost) throws IOException {
    course.student("alice", GOOD);
    course.run(course.grader());
    Path record = course.folder().recordFile("alice/3.9");
    String whole = Files.readString(record);
    assertThat(whole).contains(lost);
    Files.writeString(record, whole.replace(lost, "\"?"));
    FakeGrader second = course.grader();
    assertThat(course.run(second).isComplete()).isTrue();
    assertThat(second.graded()).containsExactly("alice");
  }

  @Test
  void whatAKilledRunLeftHalfWrittenIsCleared() throws IOException {
    course.student("alice", GOOD);
    course.run(course.grader());
    Path half = course.out().resolve("results/alice/.part-12ab");
    Files.writeString(half, "{");
    course.run(course.grader());
    assertThat(half).doesNotExist();
  }

  @Test
  void aRunFolderInUseIsRefused() {
    course.student("alice", GOOD);
    course.run(course.grader());
    try (var lock = course.folder().lock()) {
      assertThatThrownBy(() -> course.run(course.grader()))
          .isInstanceOf(RunFolderException.class)
          .hasMessageContaining("another run is using")
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
    assertThat(course.run(course.grader()).isComplete()).isTrue();
  }

  @Test
  void aFolderWithOtherThingsInItIsRefused() {
    ClassFixture.write(course.out().resolve("thesis.tex"), "x");
    course.student("alice", GOOD);
    assertThatThrownBy(() -> course.run(course.grader()))
        .isInstanceOf(RunFolderException.class)
        .hasMessageContaining("holds other files");
  }

  @Test
  void anEntryThatIsThereTwiceIsRefused() {
    course.student("alice", GOOD);
    BatchEntry one = course.entries().get(0);
    BatchSettings twice =
        BatchSettings.of(course.out(), List.of(one, one), course.grader(), course.keys());
    assertThatThrownBy(() -> Batch.run(twice)).hasMessageContaining("two submissions of alice 3.9");
  }

  @Test
  void aSubmissionThatIntakeRefusesIsNotGradable() {
    course.student("alice", "notes.txt", "nothing here");
    BatchSummary summary = course.run(course.grader());
    assertThat(summary.status().notGradable()).isEqualTo(1);
    FakeGrader second = course.grader();
    course.run(second);
    assertThat(second.graded()).isEmpty();
  }

  @Test
  void hostileNamesNeverLeaveTheFolder() throws IOException {
    List<String> names =
        List.of(
            "../../etc/passwd",
            "/root",
            "a\u0000b",
            "x".repeat(300),
            "CON",
            "con.txt",
            "Alice",
            "alice",
            "ALICE",
            " ",
            ".",
            "..",
            "Jürgen Müller",
            "ju\u0308rgen",
            "\u202Eevil",
            "a/b",
            "a\\b",
            "-rf",
            "=cmd()",
            "日本語",
            "trailing.",
            "nul",
            ".hidden",
            "\n");
    for (int i = 0; i < names.size(); i++) {
      course.student(names.get(i), GOOD + "# " + i + "\n");
    }
    BatchSummary summary = course.run(course.grader());
    assertThat(summary.status().passed()).isEqualTo(names.size());
    try (Stream<Path> files = Files.list(course.out().resolve("results"))) {
      List<String> folders = files.map(file -> file.getFileName().toString()).toList();
      assertThat(folders)
          .hasSize(names.size())
          .allMatch(name -> name.matches("[\\x20-\\x7e]{1,100}"));
      assertThat(folders.stream().map(name -> name.toLowerCase(java.util.Locale.ROOT)).distinct())
          .hasSize(names.size());
    }
    for (String name : names) {
      assertThat(course.result(name).student()).isEqualTo(name);
    }
    FakeGrader second = course.grader();
    course.run(second);
    assertThat(second.graded()).isEmpty();
  }

  @Test
  void namesStayWithTheirFilesWhenOthersJoin() {
    course.student("Bob", GOOD);
    course.run(course.grader());
    course.student("BOB", GOOD + "# other\n").student("bob", GOOD + "# third\n");
    course.run(course.grader());
    assertThat(course.resultFile("Bob")).isEqualTo(course.out().resolve("results/Bob/3.9.json"));
    assertThat(RunFolder.open(course.out()).manifest().orElseThrow().entries()).hasSize(3);
  }
}
