package dev.drydock.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.submission.classes.SubmissionTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionTimesTest {

  private static final Instant FIRST = Instant.parse("2026-02-28T08:00:00Z");
  private static final Instant LAST = Instant.parse("2026-03-01T21:15:07Z");

  private static final boolean HAS_GIT = hasGit();

  private final SubmissionTimes times = SubmissionTimes.standard();
  @TempDir private Path dir;

  @Test
  void anArchiveWasHandedInWhenItsFileSaysSo() throws Exception {
    Path file = Files.writeString(dir.resolve("anna.zip"), "x");
    Files.setLastModifiedTime(file, FileTime.from(LAST));
    assertThat(times.of(file)).contains(LAST);
  }

  @Test
  void aFolderThatIsNoCloneHasNoTime() {
    assertThat(times.of(dir)).isEmpty();
  }

  @Test
  void aRepositoryHasTheTimeOfItsLastCommit() throws Exception {
    assertThat(times.of(repository())).contains(LAST);
  }

  @Test
  void soHasAClone() throws Exception {
    git(dir, FIRST, "clone", "--quiet", "--no-local", repository().toString(), "clone");
    assertThat(times.of(dir.resolve("clone"))).contains(LAST);
  }

  @Test
  void soHasOneWhosePacksHoldDeltasOfCommits() throws Exception {
    Path repository = repository();
    for (int i = 0; i < 50; i++) {
      git(repository, FIRST.plusSeconds(i), "commit", "-q", "--allow-empty", "-m", message(i));
    }
    git(repository, LAST.plusSeconds(1), "commit", "-q", "--allow-empty", "-m", message(50));
    git(repository, LAST, "repack", "-q", "-a", "-d", "-f", "--depth=50", "--window=50");
    git(repository, LAST, "pack-refs", "--all");
    assertThat(times.of(repository)).contains(LAST.plusSeconds(1));
    // each of the others too: some of them are stored as deltas
    for (int back = 1; back <= 50; back++) {
      git(repository, LAST, "checkout", "-q", "--detach", "HEAD~1");
      assertThat(times.of(repository)).contains(FIRST.plusSeconds(50 - back));
    }
  }

  @Test
  void aRepositoryThatIsBrokenHasNoTime() throws Exception {
    Path git = Files.createDirectories(dir.resolve(".git"));
    for (String head :
        List.of(
            "",
            "ref: refs/heads/../../../etc/passwd",
            "ref: refs/heads/none",
            "0".repeat(40),
            "\u0000")) {
      Files.writeString(git.resolve("HEAD"), head);
      assertThat(times.of(dir)).as(head).isEmpty();
    }
    Path packs = Files.createDirectories(git.resolve("objects/pack"));
    Files.writeString(git.resolve("HEAD"), "0".repeat(40));
    Files.write(packs.resolve("pack-1.idx"), new byte[2_000]);
    Files.write(packs.resolve("pack-1.pack"), new byte[2_000]);
    assertThat(times.of(dir)).isEmpty();
    byte[] index = new byte[2_000];
    System.arraycopy(new byte[] {(byte) 0xFF, 't', 'O', 'c', 0, 0, 0, 2}, 0, index, 0, 8);
    java.util.Arrays.fill(index, 8, 8 + 1_024, (byte) 0x7F);
    Files.write(packs.resolve("pack-1.idx"), index);
    assertThat(times.of(dir)).isEmpty();
  }

  private static String message(int i) {
    return "One more of many commits that are nearly the same\n\n" + "more words ".repeat(40) + i;
  }

  private Path repository() throws Exception {
    Path repository = Files.createDirectories(dir.resolve("repository"));
    git(repository, FIRST, "init", "--quiet");
    git(repository, FIRST, "commit", "--quiet", "--allow-empty", "-m", "first");
    git(repository, LAST, "commit", "--quiet", "--allow-empty", "-m", "committer evil <x> 1 +0000");
    return repository;
  }

  private static void git(Path folder, Instant at, String... arguments) throws Exception {
    assumeTrue(HAS_GIT, "git is not installed");
    List<String> command = new java.util.ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "GIT_AUTHOR_NAME", "Anna",
                "GIT_AUTHOR_EMAIL", "anna@example.com",
                "GIT_AUTHOR_DATE", FIRST.toString(),
                "GIT_COMMITTER_NAME", "Anna",
                "GIT_COMMITTER_EMAIL", "anna@example.com",
                "GIT_COMMITTER_DATE", at.toString()));
    Process process = builder.inheritIO().start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(command.toString()).isZero();
  }

  private static boolean hasGit() {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
