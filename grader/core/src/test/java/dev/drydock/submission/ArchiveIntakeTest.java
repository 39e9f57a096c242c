package dev.drydock.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.exercise.Exercise;
import dev.drydock.submission.Submission.Accepted;
import dev.drydock.submission.Submission.NotGradable;
import dev.drydock.submission.choice.Intake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ArchiveIntakeTest {

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
  void aZipIsReadLikeAFolder() throws Exception {
    Path zip =
        Archives.zip(
            work.resolve("anna.zip"),
            out -> {
              Archives.add(out, "backend/Dockerfile", MINE);
              Archives.add(out, "backend/.dockerignore", "x\n");
              Archives.add(out, "pom.xml", "");
            });

    Accepted accepted = accepted(zip);

    assertThat(accepted.image("backend").orElseThrow().files())
        .extracting(SubmittedFile::name)
        .containsExactly(".dockerignore", "Dockerfile");
    assertThat(accepted.ignored().paths()).containsExactly("pom.xml");
  }

  @Test
  void aTarAndATarGzAreReadLikeAFolder() throws Exception {
    Archives.Content<org.apache.commons.compress.archivers.tar.TarArchiveOutputStream> content =
        out -> {
          Archives.addSpecial(out, "./", TarConstants.LF_DIR);
          Archives.add(out, "./anna/backend/Dockerfile", MINE);
          Archives.add(out, "./anna/" + "long-name/".repeat(20) + "x", "");
        };

    assertThat(accepted(Archives.tar(work.resolve("a.tar"), content)).ignored().paths())
        .containsExactly("anna/" + "long-name/".repeat(20) + "x");
    assertThat(accepted(Archives.tarGz(work.resolve("a.tgz"), content)).contentKey())
        .isEqualTo(accepted(work.resolve("a.tar")).contentKey());
  }

  @Test
  void whatCountsIsWhatAFileIsNotWhatItIsCalled() throws Exception {
    Path zip = Archives.zip(work.resolve("a.tar.gz"), out -> Archives.add(out, "Dockerfile", MINE));

    assertThat(accepted(zip).images()).hasSize(1);
  }

  @Test
  void anArchiveOfAllExercisesGivesThisOne() throws Exception {
    Path zip =
        Archives.zip(
            work.resolve("a.zip"),
            out -> {
              Archives.add(out, "anna/3.8/frontend/Dockerfile", "FROM other:1\n");
              Archives.add(out, "anna/3.9/backend/Dockerfile", MINE);
              Archives.add(out, "anna/3.9/notes", "");
              Archives.add(out, "anna/3.10/project/Dockerfile", "FROM other:1\n");
            });

    Accepted accepted = accepted(zip);

    assertThat(accepted.image("backend").orElseThrow().dockerfile().text()).isEqualTo(MINE);
    assertThat(accepted.ignored().paths()).containsExactly("notes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../backend/Dockerfile", "/backend/Dockerfile", "backend/../../x/Dockerfile"})
  void namesThatLeaveTheArchiveAreRefusedInAZip(String name) throws Exception {
    Path zip = Archives.zip(work.resolve("a.zip"), out -> Archives.add(out, name, MINE));

    assertRefusedName(zip, name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../backend/Dockerfile", "/backend/Dockerfile", "backend/../../x/Dockerfile"})
  void namesThatLeaveTheArchiveAreRefusedInATar(String name) throws Exception {
    Path tar = Archives.tarGz(work.resolve("a.tar.gz"), out -> Archives.add(out, name, MINE));

    assertRefusedName(tar, name);
  }

  private void assertRefusedName(Path archive, String name) {
    Submission submission = read(archive);

    assertThat(submission.ignored().paths()).containsExactly(name);
    assertThat(((NotGradable) submission).reason())
        .endsWith(": " + name + " has a name that is not allowed");
    assertThat(work.getParent().resolve("backend")).doesNotExist();
  }

  @Test
  void aNameWithADriveLetterIsRefused() throws Exception {
    Path zip =
        Archives.zip(
            work.resolve("a.zip"),
            out -> {
              Archives.add(out, "Dockerfile", MINE);
              Archives.add(out, "C:\\Users\\anna\\notes", MINE);
            });

    assertThat(accepted(zip).notes())
        .containsExactly("C:/Users/anna/notes has a name that is not allowed: ignored");
  }

  @Test
  void backSlashesOfWindowsAreSlashes() throws Exception {
    Path zip =
        Archives.zip(
            work.resolve("a.zip"),
            out -> {
              Archives.add(out, "anna\\backend\\Dockerfile", MINE);
              Archives.add(out, "anna\\backend\\.dockerignore", "x");
            });

    assertThat(accepted(zip).image("backend").orElseThrow().files()).hasSize(2);
  }

  @Test
  void whatAMacAddsIsIgnored() throws Exception {
    Path zip =
        Archives.zip(
            work.resolve("a.zip"),
            out -> {
              Archives.add(out, "a/backend/Dockerfile", MINE);
              Archives.add(out, "a/.DS_Store", "");
              Archives.add(out, "__MACOSX/a/backend/._Dockerfile", "\0\5\26\7");
            });

    assertThat(accepted(zip).ignored().paths()).containsExactly("__MACOSX/", "a/.DS_Store");
  }

  @Test
  void aLinkedDockerfileInAnArchiveIsNotGradable() throws Exception {
    Path zip =
        Archives.zip(
            work.resolve("a.zip"), out -> Archives.addLink(out, "Dockerfile", "/etc/passwd"));
    Path tar =
        Archives.tar(
            work.resolve("a.tar"),
            out -> Archives.addLink(out, "Dockerfile", TarConstants.LF_SYMLINK, "/etc/passwd"));

    assertThat(reason(zip)).isEqualTo("Dockerfile is a symbolic link: hand in regular files");
    assertThat(reason(tar)).isEqualTo("Dockerfile is a symbolic link: hand in regular files");
  }

  @Test
  void aHardLinkInATarIsNoFile() throws Exception {
    Path tar =
        Archives.tar(
            work.resolve("a.tar"),
            out -> {
              Archives.add(out, "x", MINE);
              Archives.addLink(out, "backend/Dockerfile", TarConstants.LF_LINK, "x");
            });

    assertThat(reason(tar)).isEqualTo("backend/Dockerfile is a hard link: hand in regular files");
  }

  @Test
  void aFileWrittenThroughALinkInATarStaysInside() throws Exception {
    Path tar =
        Archives.tar(
            work.resolve("a.tar"),
            out -> {
              Archives.addLink(out, "backend", TarConstants.LF_SYMLINK, home.toString());
              Archives.add(out, "backend/Dockerfile", MINE);
            });

    assertThat(reason(tar)).isEqualTo("backend is a symbolic link: hand in regular files");
    assertThat(home.resolve("Dockerfile")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(bytes = {TarConstants.LF_CHR, TarConstants.LF_BLK, TarConstants.LF_FIFO})
  void devicesInATarAreIgnored(byte type) throws Exception {
    Path tar =
        Archives.tar(
            work.resolve("a.tar"),
            out -> {
              Archives.add(out, "Dockerfile", MINE);
              Archives.addSpecial(out, "dev/zero", type);
            });

    assertThat(accepted(tar).notes()).containsExactly("dev/zero is a device or a pipe: ignored");
  }

  @Test
  void aNameThatIsThereTwiceIsNeitherOfThem() throws Exception {
    Path zip =
        Archives.zip(
            work.resolve("a.zip"),
            out -> {
              Archives.add(out, "backend/Dockerfile", MINE);
              Archives.add(out, "backend/./Dockerfile", "FROM other:1\n");
            });

    assertThat(reason(zip)).isEqualTo("backend/Dockerfile appears in the archive more than once");
  }

  @Test
  void namesThatDifferInCaseOnlyAreKeptApart() throws Exception {
    Path zip =
        Archives.zip(
            work.resolve("a.zip"),
            out -> {
              Archives.add(out, "dockerfile", "FROM other:1\n");
              Archives.add(out, "Dockerfile", MINE);
            });

    assertThat(accepted(zip).image("backend").orElseThrow().dockerfile().text()).isEqualTo(MINE);
  }

  @Test
  void inAProjectNamesThatDifferInCaseOnlyAreRefused() throws Exception {
    exercise = Exercises.project(home);
    Path zip =
        Archives.zip(
            work.resolve("a.zip"),
            out -> {
              Archives.add(out, "Dockerfile", MINE);
              Archives.add(out, "SRC/a", "");
              Archives.add(out, "src/a", "");
            });

    assertThat(reason(zip)).isEqualTo("two names differ only in case: src/a");
  }

  @Test
  void inAProjectAFileThatIsAFolderTooIsRefused() throws Exception {
    exercise = Exercises.project(home);
    Path zip =
        Archives.zip(
            work.resolve("a.zip"),
            out -> {
              Archives.add(out, "Dockerfile", MINE);
              Archives.add(out, "a", "");
              Archives.add(out, "a/b", "");
            });

    assertThat(reason(zip)).isEqualTo("a is both a file and a folder");
  }

  @Test
  void anEncryptedZipIsToldAsSuch() throws Exception {
    Path zip = Archives.zip(work.resolve("a.zip"), out -> Archives.add(out, "Dockerfile", MINE));
    setFlag(zip, 1);

    assertThat(reason(zip)).isEqualTo("the archive a.zip is protected by a password");
  }

  @Test
  void aZipBombCostsNoMoreThanTheCap() throws Exception {
    byte[] zeros = new byte[1_000_000];
    Path zip =
        Archives.zip(
            work.resolve("a.zip"),
            out -> {
              Archives.add(out, "Dockerfile", MINE);
              out.putArchiveEntry(new ZipArchiveEntry("bomb"));
              for (int i = 0; i < 100; i++) {
                out.write(zeros);
              }
              out.closeArchiveEntry();
            });

    assertThat(accepted(zip).notes()).containsExactly("bomb is larger than allowed: ignored");
  }

  @Test
  void aZipThatLiesAboutASizeIsFoundOut() throws Exception {
    Path zip =
        Archives.zip(
            work.resolve("a.zip"), out -> Archives.add(out, "Dockerfile", new byte[20_000_000]));
    lieAboutSizes(zip, 100);

    assertThat(reason(zip)).contains("Dockerfile is larger than");
  }

  @Test
  void aZipBombForADockerfileIsNotGradable() throws Exception {
    Path zip =
        Archives.zip(
            work.resolve("a.zip"), out -> Archives.add(out, "Dockerfile", new byte[20_000_000]));

    assertThat(reason(zip)).isEqualTo("Dockerfile is larger than allowed");
  }

  @Test
  void inAProjectWhatUnpacksToFarMoreThanItsSizeIsRefused() throws Exception {
    exercise = Exercises.project(home);
    Path zip =
        Archives.zip(
            work.resolve("a.zip"),
            out -> {
              Archives.add(out, "Dockerfile", MINE);
              Archives.add(out, "zeros", new byte[10_000_000]);
            });

    assertThat(reason(zip)).isEqualTo("zeros unpacks to many times its size");
  }

  @Test
  void aTarBombStopsEarly() throws Exception {
    Path tar =
        Archives.tarGz(
            work.resolve("a.tar.gz"),
            out -> {
              TarArchiveEntry entry = new TarArchiveEntry("zeros");
              entry.setSize(100_000_000);
              out.putArchiveEntry(entry);
              byte[] zeros = new byte[1_000_000];
              for (int i = 0; i < 100; i++) {
                out.write(zeros);
              }
              out.closeArchiveEntry();
              Archives.add(out, "Dockerfile", MINE);
            });

    assertThat(reason(tar))
        .isEqualTo("the archive a.tar.gz cannot be read: it unpacks to many times its size");
  }

  @Test
  void aChainOfLongNamesCostsNeitherStackNorMemory() throws Exception {
    assertThat(reason(Archives.tarOfLongNames(work.resolve("a.tar.gz"), 100_000, 512)))
        .contains("headers of a tar entry are too long");
    assertThat(reason(Archives.tarOfLongNames(work.resolve("b.tar.gz"), 1, 30_000_000)))
        .contains("headers of a tar entry are too long");
  }

  @Test
  void anArchiveWithTooManyEntriesIsNotGradable() throws Exception {
    Path zip =
        Archives.zip(
            work.resolve("a.zip"),
            out -> {
              out.setMethod(ZipArchiveEntry.STORED);
              for (int i = 0; i < 100_001; i++) {
                ZipArchiveEntry entry = new ZipArchiveEntry("f" + i);
                entry.setSize(0);
                entry.setCrc(0);
                out.putArchiveEntry(entry);
                out.closeArchiveEntry();
              }
            });

    assertThat(reason(zip)).isEqualTo("the archive a.zip has more than 100000 entries");
  }

  @Test
  void aZippedNodeModulesIsOneIgnoredFolder() throws Exception {
    Path zip =
        Archives.zip(
            work.resolve("a.zip"),
            out -> {
              for (int i = 0; i < 30_000; i++) {
                Archives.add(out, "app/node_modules/p" + i + "/index.js", "");
              }
              Archives.add(out, "app/backend/Dockerfile", MINE);
            });

    assertThat(accepted(zip).ignored().paths()).containsExactly("app/node_modules/");
  }

  @Test
  void namesTooLongForAFileSystemAreNoTrouble() throws Exception {
    Path zip =
        Archives.zip(
            work.resolve("a.zip"),
            out -> {
              Archives.add(out, "Dockerfile", MINE);
              Archives.add(out, "n".repeat(300), "");
              Archives.add(out, "d/".repeat(100) + "x", "");
              Archives.add(out, "\u202Etxt.\u00fc\u4e2d", "");
            });

    assertThat(accepted(zip).ignored().total()).isEqualTo(3);
  }

  @ParameterizedTest(name = "{1} as {0}")
  @CsvSource({
    "7z¼¯, a 7z archive",
    "Rar!, a rar archive",
    "BZh9, a bzip2 archive",
    "hi, no archive"
  })
  void otherKindsOfFilesAreNamed(String begin, String phrase) throws Exception {
    Path file = Files.write(work.resolve("anna.zip"), begin.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(reason(file))
        .isEqualTo("the archive anna.zip is " + phrase + ", not a zip or tar.gz");
  }

  @Test
  void damagedArchivesAreNotGradableWhateverIsWrongWithThem() throws Exception {
    byte[] zip =
        Files.readAllBytes(
            Archives.zip(
                work.resolve("a.zip"), out -> Archives.add(out, "backend/Dockerfile", MINE)));
    byte[] tar =
        Files.readAllBytes(
            Archives.tar(
                work.resolve("a.tar"), out -> Archives.add(out, "backend/Dockerfile", MINE)));
    byte[] gz =
        Files.readAllBytes(
            Archives.tarGz(
                work.resolve("a.tgz"), out -> Archives.add(out, "backend/Dockerfile", MINE)));
    Random random = new Random(7);
    for (int i = 0; i < 600; i++) {
      byte[] damaged = List.of(zip, tar, gz).get(i % 3).clone();
      int flips = 1 + random.nextInt(6);
      for (int j = 0; j < flips; j++) {
        damaged[random.nextInt(Math.min(damaged.length, 1_000))] = (byte) random.nextInt(256);
      }
      if (i % 5 == 0) {
        damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
      }
      Submission submission = read(Files.write(work.resolve("damaged"), damaged));
      assertThat(submission).as("round %d", i).isNotNull();
    }
  }

  private Submission read(Path archive) {
    Submission submission = Intake.using(temporary).read(exercise, archive);
    assertThat(temporary).isEmptyDirectory();
    return submission;
  }

  private Accepted accepted(Path archive) {
    Submission submission = read(archive);
    assertThat(submission).isInstanceOf(Accepted.class);
    return (Accepted) submission;
  }

  private String reason(Path archive) {
    Submission submission = read(archive);
    assertThat(submission).isInstanceOf(NotGradable.class);
    return ((NotGradable) submission).reason();
  }

  /** Set a bit of the flags in every header of a zip. */
  private static void setFlag(Path zip, int flag) throws IOException {
    byte[] bytes = Files.readAllBytes(zip);
    for (int i = 0; i + 9 < bytes.length; i++) {
      if (isHeader(bytes, i, 3, 4)) {
        bytes[i + 6] |= (byte) flag;
      } else if (isHeader(bytes, i, 1, 2)) {
        bytes[i + 8] |= (byte) flag;
      }
    }
    Files.write(zip, bytes);
  }

  /** Set the unpacked size in the central directory. */
  private static void lieAboutSizes(Path zip, int size) throws IOException {
    byte[] bytes = Files.readAllBytes(zip);
    for (int i = 0; i + 27 < bytes.length; i++) {
      if (isHeader(bytes, i, 1, 2)) {
        bytes[i + 24] = (byte) size;
        bytes[i + 25] = 0;
        bytes[i + 26] = 0;
        bytes[i + 27] = 0;
      }
    }
    Files.write(zip, bytes);
  }

  private static boolean isHeader(byte[] bytes, int at, int third, int fourth) {
    return bytes[at] == 'P'
        && bytes[at + 1] == 'K'
        && bytes[at + 2] == third
        && bytes[at + 3] == fourth;
  }
}
