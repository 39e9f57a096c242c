package dev.drydock.submission;

import static dev.drydock.exercise.ExerciseFolder.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.exercise.Exercise;
import dev.drydock.submission.Submission.Accepted;
import dev.drydock.submission.Submission.NotGradable;
import dev.drydock.submission.choice.Intake;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class HostileFolderTest {

  private static final String MINE = "FROM scratch\n";

  @TempDir Path home;
  @TempDir Path work;
  @TempDir Path temporary;
  private Exercise exercise;

  @BeforeEach
  void loadExercise() {
    exercise = Exercises.oneImage(home);
  }

  @Test
  void aLinkedDockerfileIsNotGradable() throws Exception {
    Path outside = file(home, "secret", MINE);
    Files.createDirectories(work.resolve("backend"));
    Files.createSymbolicLink(work.resolve("backend/Dockerfile"), outside);

    assertThat(reason()).isEqualTo("backend/Dockerfile is a symbolic link: hand in regular files");
  }

  @Test
  void aLinkedDockerfileAtTheTopIsNotGradable() throws Exception {
    Files.createSymbolicLink(work.resolve("Dockerfile"), file(home, "secret", MINE));

    assertThat(reason()).isEqualTo("Dockerfile is a symbolic link: hand in regular files");
  }

  @Test
  void aLinkedImageFolderIsNotGradable() throws Exception {
    file(home, "elsewhere/Dockerfile", MINE);
    Files.createSymbolicLink(work.resolve("backend"), home.resolve("elsewhere"));
    file(work, "Dockerfile", MINE);

    assertThat(reason()).isEqualTo("backend is a symbolic link: hand in regular files");
  }

  @Test
  void anyLinkedEditableFileIsNotGradable() throws Exception {
    exercise = Exercises.withMoreFiles(home);
    file(work, "echo/Dockerfile", MINE);
    Files.createSymbolicLink(work.resolve("echo/passwd"), Path.of("/etc/passwd"));

    assertThat(reason()).isEqualTo("echo/passwd is a symbolic link: hand in regular files");
  }

  @Test
  void aLinkedFolderOfEditableFilesIsNotGradable() throws Exception {
    exercise = Exercises.withMoreFiles(home);
    file(work, "echo/Dockerfile", MINE);
    Files.createSymbolicLink(work.resolve("echo/.dockerignore"), Path.of("../missing"));

    assertThat(reason()).isEqualTo("echo/.dockerignore is a symbolic link: hand in regular files");
  }

  @Test
  void aLoopOfLinksIsNamedAndNotFollowed() throws Exception {
    file(work, "backend/Dockerfile", MINE);
    Files.createSymbolicLink(work.resolve("backend/loop"), Path.of("."));
    Files.createSymbolicLink(work.resolve("backend/a"), Path.of("b"));
    Files.createSymbolicLink(work.resolve("backend/b"), Path.of("a"));

    Accepted accepted = (Accepted) read();

    assertThat(accepted.ignored().paths())
        .containsExactly("backend/a", "backend/b", "backend/loop");
    assertThat(accepted.notes()).hasSize(3).contains("backend/loop is a symbolic link: ignored");
  }

  @Test
  void aPipeInPlaceOfTheDockerfileNeverHangs() throws Exception {
    Files.createDirectories(work.resolve("backend"));
    pipe(work.resolve("backend/Dockerfile"));

    assertThat(reason())
        .isEqualTo("backend/Dockerfile is a device or a pipe: hand in regular files");
  }

  @Test
  void aPipeElsewhereIsIgnored() throws Exception {
    file(work, "backend/Dockerfile", MINE);
    pipe(work.resolve("backend/main.go"));

    assertThat(((Accepted) read()).notes())
        .containsExactly("backend/main.go is a device or a pipe: ignored");
  }

  @Test
  void aPipeAsTheWholeSubmissionNeverHangs() throws Exception {
    pipe(work.resolve("student.zip"));

    assertThat(Intake.using(temporary).read(exercise, work.resolve("student.zip")))
        .isEqualTo(
            new NotGradable(
                "student.zip is neither a folder nor an archive", IgnoredFiles.none(), List.of()));
  }

  @Test
  void aDockerfileOfManyGigabytesIsNotRead() throws Exception {
    file(work, "backend/Dockerfile", "");
    sparse(work.resolve("backend/Dockerfile"), 50_000_000_000L);

    assertThat(reason()).isEqualTo("backend/Dockerfile is larger than 1.00 MB");
  }

  @Test
  void aHugeFileElsewhereIsIgnored() throws Exception {
    file(work, "backend/Dockerfile", MINE);
    sparse(work.resolve("backend/video"), 50_000_000_000L);

    assertThat(read()).isInstanceOf(Accepted.class);
  }

  @Test
  void aProjectLargerThanItMayBeIsNotGradable() throws Exception {
    exercise = Exercises.project(home);
    file(work, "project/Dockerfile", MINE);
    for (int i = 0; i < 5; i++) {
      sparse(work.resolve("project/part" + i), 15_000_000);
    }

    assertThat(reason()).isEqualTo("the files for project are larger than 64.0 MB");
  }

  @Test
  void foldersDeeperThanAnyoneNeedsAreNotEntered() {
    file(work, "backend/Dockerfile", MINE);
    file(work, "d/".repeat(200) + "Dockerfile", MINE);

    Accepted accepted = (Accepted) read();

    assertThat(accepted.ignored().paths()).containsExactly("d/".repeat(33));
  }

  @Test
  @Tag("long") // so many files take seconds to make
  void aFloodOfFilesHidesNothingAboveIt() throws Exception {
    file(work, "backend/Dockerfile", MINE);
    Path flood = Files.createDirectories(work.resolve("backend/data/more"));
    for (int i = 0; i < 20_100; i++) {
      Files.createFile(flood.resolve("f" + i));
    }

    Accepted accepted = (Accepted) read();

    assertThat(accepted.notes())
        .containsExactly("there are more than 20000 files: some were not looked at");
    assertThat(accepted.ignored().paths()).hasSize(1_000);
  }

  @Test
  void namesOfAnyKindAreOnlyNames() {
    file(work, "backend/Dockerfile", MINE);
    file(work, "backend/" + "x".repeat(255), "");
    file(work, "backend/\u001b[31mred\nline", "");

    Accepted accepted = (Accepted) read();

    assertThat(accepted.ignored().total()).isEqualTo(2);
    assertThat(accepted.notes())
        .containsExactly("backend/\ufffd[31mred\ufffdline has a name that is not allowed: ignored");
  }

  @Test
  void aTextThatTurnsItsDirectionIsShownWithoutTurning() {
    assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "names need UTF-8 here");
    file(work, "Dockerfile.\u202Egpj", MINE);
    file(work, "Dockerfile.\u00fc", "FROM other:1\n");

    assertThat(reason()).contains("Dockerfile.\ufffdgpj").doesNotContain("\u202E");
  }

  @Test
  void aFolderThatCannotBeReadIsNamed() throws Exception {
    file(work, "Dockerfile", MINE);
    Path closed = Files.createDirectories(work.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(closed), "root reads everything");
      assertThat(((Accepted) read()).notes()).containsExactly("closed/ cannot be read: ignored");
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aSubmissionThatIsNotThereIsToldAsSuch() {
    work = work.resolve("nobody");

    assertThat(reason()).isEqualTo("nobody is neither a folder nor an archive");
  }

  private Submission read() {
    return Intake.using(temporary).read(exercise, work);
  }

  private String reason() {
    Submission submission = read();
    assertThat(submission).isInstanceOf(NotGradable.class);
    return ((NotGradable) submission).reason();
  }

  private static void pipe(Path path) throws Exception {
    Process process = new ProcessBuilder("mkfifo", path.toString()).start();
    assumeTrue(process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0, "no mkfifo");
  }

  private static void sparse(Path path, long size) throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(size);
    }
  }
}
