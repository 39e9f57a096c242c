package dev.drydock.submission;

import static dev.drydock.exercise.ExerciseFolder.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.exercise.Exercise;
import dev.drydock.submission.Submission.Accepted;
import dev.drydock.submission.Submission.NotGradable;
import dev.drydock.submission.choice.Intake;
import dev.drydock.submission.classes.ClassEntry;
import dev.drydock.submission.classes.ClassIntake;
import dev.drydock.submission.classes.ClassListing;
import dev.drydock.submission.classes.ClassStudent;
import dev.drydock.submission.classes.SubmissionTimes;
import dev.drydock.submission.classes.UnreadableClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassIntakeTest {

  private static final String MINE = "FROM scratch\n";

  @TempDir Path home;
  @TempDir Path dir;
  @TempDir Path work;
  @TempDir Path temporary;
  private List<Exercise> course;
  private Exercise layers;
  private Exercise backend;

  @BeforeEach
  void loadCourse() {
    layers = Exercises.twoImages(home);
    backend = Exercises.oneImage(home);
    course = List.of(layers, backend, Exercises.project(home));
  }

  @Test
  void aFolderPerStudentHoldsAFolderPerExercise() {
    file(dir, "anna/3.9/backend/Dockerfile", MINE);
    file(dir, "anna/3.6-fewer-layers/backend/Dockerfile", MINE);
    file(dir, "ben/3.9-multi-stage-backend/Dockerfile", MINE);

    ClassListing listing = wholeCourse();

    assertThat(named(listing))
        .containsExactly(
            "anna 3.6 anna/3.6-fewer-layers",
            "anna 3.9 anna/3.9",
            "ben 3.9 ben/3.9-multi-stage-backend");
    assertThat(listing.missing())
        .extracting(missing -> missing.student().id() + " " + missing.exerciseId())
        .containsExactly("ben 3.6");
    assertThat(listing.problems()).isEmpty();
    assertAllGradable(listing);
  }

  @Test
  void anArchivePerStudentHoldsSeveralExercises() throws Exception {
    Archives.zip(
        dir.resolve("anna.zip"),
        out -> {
          Archives.add(out, "anna/3.6/frontend/Dockerfile", MINE);
          Archives.add(out, "anna/3.9/Dockerfile", MINE);
        });
    Archives.tarGz(dir.resolve("ben.tar.gz"), out -> Archives.add(out, "3.9/Dockerfile", MINE));

    ClassListing listing = wholeCourse();

    assertThat(named(listing))
        .containsExactly("anna 3.6 anna.zip", "anna 3.9 anna.zip", "ben 3.9 ben.tar.gz");
    assertAllGradable(listing);
  }

  @Test
  void aStudentsFolderMayHoldAnArchivePerExercise() throws Exception {
    Files.createDirectories(dir.resolve("anna"));
    Archives.zip(dir.resolve("anna/3.9.zip"), out -> Archives.add(out, "backend/Dockerfile", MINE));
    Archives.zip(
        dir.resolve("anna/3.6-layers.zip"), out -> Archives.add(out, "backend/Dockerfile", MINE));

    assertThat(named(wholeCourse()))
        .containsExactly("anna 3.6 anna/3.6-layers.zip", "anna 3.9 anna/3.9.zip");
  }

  @Test
  void aStudentsFolderMayBeTheOneExerciseAsked() {
    file(dir, "anna/Dockerfile", MINE);
    file(dir, "ben/backend/Dockerfile", MINE);
    file(dir, "carl/work/Dockerfile.after", MINE);

    ClassListing listing = only(backend);

    assertThat(named(listing)).containsExactly("anna 3.9 anna", "ben 3.9 ben", "carl 3.9 carl");
    assertAllGradable(listing);
  }

  @Test
  void withoutTheExerciseAskedTheFoldersOfItsImagesTell() {
    file(dir, "anna/frontend/Dockerfile", MINE);
    file(dir, "anna/backend/Dockerfile", MINE);
    file(dir, "ben/project/Dockerfile", MINE);
    file(dir, "carl/Dockerfile", MINE);

    ClassListing listing = wholeCourse();

    assertThat(named(listing)).containsExactly("ben 3.10 ben");
    assertThat(listing.problems())
        .extracting(Object::toString)
        .containsExactly(
            "anna: it is unclear which exercise this is: name the folder after it, or"
                + " use --exercise",
            "carl: it is unclear which exercise this is: name the folder after it, or"
                + " use --exercise");
  }

  @Test
  void anotherExerciseIsNotTakenForTheOneAsked() {
    file(dir, "anna/3.6/backend/Dockerfile", MINE);

    ClassListing listing = only(backend);

    assertThat(listing.entries()).isEmpty();
    assertThat(listing.missing()).hasSize(1);
  }

  @Test
  void moodlesDownloadIsRead() throws Exception {
    file(dir, "Jane Doe_123_assignsubmission_file_/Dockerfile", MINE);
    Files.createDirectories(dir.resolve("John Roe_124_assignsubmission_file_"));
    Archives.zip(
        dir.resolve("John Roe_124_assignsubmission_file_/work.zip"),
        out -> Archives.add(out, "work/backend/Dockerfile", MINE));
    file(dir, "Jane Doe_123_assignsubmission_onlinetext_/onlinetext.html", "hi");

    ClassListing listing = only(backend);

    assertThat(listing.entries())
        .extracting(ClassEntry::student)
        .containsExactly(
            new ClassStudent("Jane Doe_123", "Jane Doe", "123", false),
            new ClassStudent("John Roe_124", "John Roe", "124", false));
    assertThat(listing.problems())
        .extracting(Object::toString)
        .containsExactly(
            "Jane Doe_123_assignsubmission_onlinetext_: is text typed into a form: ignored");
    assertAllGradable(listing);
  }

  @Test
  void twoStudentsOfOneNameStayTwo() {
    file(dir, "Jane Doe_123_assignsubmission_file_/Dockerfile", MINE);
    file(dir, "Jane Doe_456_assignsubmission_file_/Dockerfile", MINE);

    assertThat(only(backend).entries()).hasSize(2);
  }

  @Test
  void moodlesDownloadWithoutFoldersIsRead() throws Exception {
    file(dir, "Jane Doe_123_assignsubmission_file_Dockerfile", MINE);
    file(dir, "Jane Doe_123_assignsubmission_file_.dockerignore", ".git\n");

    ClassListing listing = only(backend);

    assertThat(listing.entries()).hasSize(1);
    assertThat(accepted(listing.entries().get(0)).images().get(0).files()).hasSize(2);
  }

  @Test
  void aPackedDownloadIsReadOnceAndTheSameAgain() throws Exception {
    Path inner = work.resolve("inner.zip");
    Archives.zip(inner, out -> Archives.add(out, "backend/Dockerfile", MINE));
    byte[] bytes = Files.readAllBytes(inner);
    Path zip =
        Archives.zip(
            dir.resolve("course-download.zip"),
            out -> {
              Archives.add(out, "Jane Doe_123_assignsubmission_file_/work.zip", bytes);
              Archives.add(out, "Joe Roe_124_assignsubmission_file_/Dockerfile", MINE);
              Archives.add(out, "../../evil/Dockerfile", MINE);
            });

    ClassListing first = intake(backend).read(zip);
    ClassListing second = intake(backend).read(zip);

    assertThat(first.entries()).hasSize(2).isEqualTo(second.entries());
    assertAllGradable(first);
    assertThat(first.problems())
        .extracting(Object::toString)
        .containsExactly("../../evil/Dockerfile: has a name that is not allowed: ignored");
    assertThat(work.resolve("../evil")).doesNotExist();
  }

  @Test
  void canvasDownloadIsRead() throws Exception {
    Archives.zip(
        dir.resolve("doejane_12345_67890_work.zip"),
        out -> Archives.add(out, "backend/Dockerfile", MINE));
    Archives.zip(
        dir.resolve("roejohn_LATE_12346_67891_my work-1.zip"),
        out -> Archives.add(out, "backend/Dockerfile", MINE));
    file(dir, "poekim_12347_67892_Dockerfile", MINE);
    file(dir, "poekim_12347_67893_notes.txt", "");

    ClassListing listing = only(backend);

    assertThat(listing.entries())
        .extracting(ClassEntry::student)
        .containsExactly(
            new ClassStudent("doejane_12345", "doejane", "12345", false),
            new ClassStudent("poekim_12347", "poekim", "12347", false),
            new ClassStudent("roejohn_12346", "roejohn", "12346", true));
    assertThat(listing.problems()).isEmpty();
    assertAllGradable(listing);
  }

  @Test
  void oneDamagedArchiveIsOneEntryWithItsReason() throws Exception {
    file(dir, "anna/Dockerfile", MINE);
    Files.writeString(dir.resolve("ben.zip"), "PK\3\4 and then nothing of use");

    ClassListing listing = only(backend);

    assertThat(named(listing)).containsExactly("anna 3.9 anna", "ben 3.9 ben.zip");
    Submission ben = Intake.using(temporary).read(backend, listing.entries().get(1).source());
    assertThat(((NotGradable) ben).reason()).startsWith("the archive ben.zip cannot be read: ");
  }

  @Test
  void aDamagedArchiveStandsForWhatTheOthersHandedIn() throws Exception {
    file(dir, "anna/3.9/Dockerfile", MINE);
    Files.writeString(dir.resolve("ben.zip"), "PK\3\4 and then nothing of use");

    ClassListing listing = wholeCourse();

    assertThat(named(listing)).containsExactly("anna 3.9 anna/3.9", "ben 3.9 ben.zip");
    assertThat(listing.problems()).hasSize(1);
  }

  @Test
  void whatIsNoSubmissionIsNamed() throws Exception {
    file(dir, "grades.csv", "");
    file(dir, "anna/3.9/Dockerfile", MINE);
    file(dir, "anna/3.90/Dockerfile", MINE);
    file(dir, ".DS_Store", "");
    file(dir, "__MACOSX/x", "");
    Files.createSymbolicLink(dir.resolve("ben"), dir.resolve("anna"));

    ClassListing listing = wholeCourse();

    assertThat(named(listing)).containsExactly("anna 3.9 anna/3.9");
    assertThat(listing.problems())
        .extracting(Object::toString)
        .containsExactly(
            "ben: is a symbolic link: not followed",
            "grades.csv: is neither a folder nor an archive: ignored",
            "anna: there is no exercise '3.90'");
  }

  @Test
  void aFolderThatBeginsWithADotIsSaid() {
    file(dir, "anna/3.9/Dockerfile", MINE);
    file(dir, "..x/3.9/Dockerfile", MINE);
    file(dir, ".ben/3.9/Dockerfile", MINE);
    file(dir, ".git/HEAD", "");
    file(dir, "._anna", "");

    ClassListing listing = wholeCourse();

    assertThat(named(listing)).containsExactly("anna 3.9 anna/3.9");
    assertThat(listing.problems())
        .extracting(Object::toString)
        .containsExactly(
            "..x: begins with a dot, as no student's work does: ignored",
            ".ben: begins with a dot, as no student's work does: ignored");
  }

  @Test
  void aStudentWhoIsThereTwiceIsNamed() throws Exception {
    file(dir, "anna/Dockerfile", MINE);
    Archives.zip(dir.resolve("anna.zip"), out -> Archives.add(out, "Dockerfile", MINE));

    ClassListing listing = only(backend);

    assertThat(named(listing)).containsExactly("anna 3.9 anna");
    assertThat(listing.problems())
        .extracting(Object::toString)
        .containsExactly("anna: appears more than once: anna is used, anna.zip is not");
  }

  @Test
  void anEmptyFolderIsSaidToBeEmpty() throws Exception {
    Files.createDirectories(dir.resolve("anna"));

    ClassListing listing = wholeCourse();

    assertThat(listing.problems())
        .extracting(Object::toString)
        .containsExactly("anna: has handed in nothing");
    assertThat(only(backend).entries()).hasSize(1);
  }

  @Test
  void theTimeOfAnArchiveIsTheTimeOfHandingIn() throws Exception {
    Path zip = Archives.zip(dir.resolve("anna.zip"), out -> Archives.add(out, "Dockerfile", MINE));
    Instant time = Instant.parse("2026-03-01T10:00:00Z");
    Files.setLastModifiedTime(zip, FileTime.from(time));
    file(dir, "ben/Dockerfile", MINE);

    assertThat(only(backend).entries())
        .extracting(ClassEntry::submittedAt)
        .containsExactly(time, null);
  }

  @Test
  void whereNothingIsItIsSaidInOneLine() {
    assertThatThrownBy(() -> intake(backend).read(dir.resolve("nowhere")))
        .isInstanceOf(UnreadableClass.class)
        .hasMessageStartingWith("there is no folder or archive");
    assertThatThrownBy(() -> intake(backend).read(file(dir, "class.zip", "no zip")))
        .isInstanceOf(UnreadableClass.class)
        .hasMessage("the archive class.zip is no archive, not a zip or tar.gz");
  }

  private ClassListing wholeCourse() {
    return ClassIntake.ofCourse(course, work, SubmissionTimes.ofArchives()).read(dir);
  }

  private ClassListing only(Exercise exercise) {
    return intake(exercise).read(dir);
  }

  private ClassIntake intake(Exercise exercise) {
    return ClassIntake.of(course, List.of(exercise), work, SubmissionTimes.ofArchives());
  }

  private List<String> named(ClassListing listing) {
    return listing.entries().stream()
        .map(
            entry ->
                entry.student().id()
                    + " "
                    + entry.exercise().id()
                    + " "
                    + dir.relativize(entry.source()).toString().replace('\\', '/'))
        .toList();
  }

  private Accepted accepted(ClassEntry entry) {
    Submission submission = Intake.using(temporary).read(entry.exercise(), entry.source());
    assertThat(submission).as("%s", entry).isInstanceOf(Accepted.class);
    return (Accepted) submission;
  }

  private void assertAllGradable(ClassListing listing) {
    listing.entries().forEach(this::accepted);
  }
}
