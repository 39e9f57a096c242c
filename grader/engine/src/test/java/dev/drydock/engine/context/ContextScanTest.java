package dev.drydock.engine.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.drydock.dockerignore.DockerIgnore;
import dev.drydock.dockerignore.IgnoreDecision;
import dev.drydock.engine.evidence.ContextEvidence;
import dev.drydock.engine.evidence.ContextEvidence.ContextFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextScanTest {

  @TempDir Path root;

  @BeforeEach
  void files() throws IOException {
    write("Dockerfile", "FROM a\n");
    write(".dockerignore", "node_modules\n*.log\n!keep.log\n");
    write("src/main.js", "main");
    write("src-old/x", "x");
    write("node_modules/a/index.js", "12345");
    write("debug.log", "1");
    write("keep.log", "22");
    Files.createDirectories(root.resolve("empty"));
    Files.createSymbolicLink(root.resolve("link"), root.resolve("src"));
    Files.createSymbolicLink(root.resolve("loop"), root);
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private ContextScan scan() throws IOException {
    return ContextScan.of(root, IgnoreFile.find(root, "Dockerfile").orElseThrow().rules());
  }

  @Test
  void findsRegularFilesInOrderAndFollowsNoLinks() throws IOException {
    assertThat(scan().files())
        .extracting(ScannedFile::path)
        .containsExactly(
            ".dockerignore",
            "Dockerfile",
            "debug.log",
            "keep.log",
            "node_modules/a/index.js",
            "src-old/x",
            "src/main.js");
  }

  @Test
  void countsWhatIsSent() throws IOException {
    ContextScan scan = scan();

    assertThat(scan.sent())
        .extracting(ScannedFile::path)
        .containsExactly(".dockerignore", "Dockerfile", "keep.log", "src-old/x", "src/main.js");
    assertThat(scan.totalBytes()).isEqualTo(scan.sentBytes() + 6);
    assertThat(scan.folders()).containsExactly("empty", "src", "src-old");
  }

  @Test
  void becomesEvidence() throws IOException {
    ContextEvidence evidence = scan().evidence("text", Set.of("debug.log"));

    assertThat(evidence.ignoreFile()).isEqualTo("text");
    assertThat(evidence.totalFiles()).isEqualTo(7);
    assertThat(evidence.sentFiles()).isEqualTo(5);
    assertThat(evidence.files())
        .contains(
            new ContextFile("debug.log", 1, true, 2),
            new ContextFile("node_modules/a/index.js", 5, false, 1),
            new ContextFile("src/main.js", 4, false, null));
  }

  @Test
  void keepsSentFilesBeforeIgnoredOnesInTheEvidence() {
    List<ScannedFile> files = new ArrayList<>();
    IgnoreDecision ignored = DockerIgnore.parse("a").decide("a");
    for (int i = 0; i < ContextEvidence.MAX_FILES; i++) {
      files.add(new ScannedFile("a/%06d".formatted(i), 1, false, ignored));
    }
    files.add(new ScannedFile("z", 1, false, IgnoreDecision.NO_MATCH));
    ContextEvidence evidence = new ContextScan(root, files, List.of()).evidence(null, Set.of());

    assertThat(evidence.files()).hasSize(ContextEvidence.MAX_FILES);
    assertThat(evidence.files().get(ContextEvidence.MAX_FILES - 1).path()).isEqualTo("z");
    assertThat(evidence.totalFiles()).isEqualTo(ContextEvidence.MAX_FILES + 1);
  }

  @Test
  void refusesWhatIsBeyondItsLimits() throws IOException {
    assertThatExceptionOfType(ContextLimitException.class)
        .isThrownBy(
            () -> ContextScan.of(root, DockerIgnore.NONE, new ContextLimits(3, 100, 1_000_000)))
        .withMessage("the build context has more than 3 files");
    assertThatExceptionOfType(ContextLimitException.class)
        .isThrownBy(
            () -> ContextScan.of(root, DockerIgnore.NONE, new ContextLimits(99, 1, 1_000_000)))
        .withMessage("the build context has folders nested deeper than 1");
    DockerIgnore slow = DockerIgnore.parse("**/a*b*c*d*e*\n".repeat(100));
    assertThatExceptionOfType(ContextLimitException.class)
        .isThrownBy(() -> ContextScan.of(root, slow, new ContextLimits(99, 99, 1_000)))
        .withMessage("applying the .dockerignore takes too long");
  }

  @Nested
  class TheIgnoreFile {

    @Test
    void ofTheDockerfileWinsOverTheOneOfTheContext() throws IOException {
      write("web.Dockerfile.dockerignore", "own");

      assertThat(IgnoreFile.find(root, "web.Dockerfile"))
          .map(IgnoreFile::path)
          .contains("web.Dockerfile.dockerignore");
      assertThat(IgnoreFile.find(root, "Dockerfile"))
          .map(IgnoreFile::path)
          .contains(".dockerignore");
      assertThat(IgnoreFile.findDefault(root)).map(IgnoreFile::path).contains(".dockerignore");
    }

    @Test
    void maybeALinkWhichIsNone() throws IOException {
      Files.delete(root.resolve(".dockerignore"));
      Files.createSymbolicLink(root.resolve(".dockerignore"), root.resolve("Dockerfile"));

      assertThat(IgnoreFile.find(root, "Dockerfile")).isEmpty();
    }
  }

  @Nested
  class TheArchive {

    private byte[] archive(ArchiveOptions options) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new ContextArchive(scan(), options).write(out);
      return out.toByteArray();
    }

    private Map<String, String> entries(byte[] tar) throws IOException {
      Map<String, String> entries = new LinkedHashMap<>();
      try (TarArchiveInputStream in =
          new TarArchiveInputStream(new ByteArrayInputStream(tar), "UTF-8")) {
        for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          assertThat(entry.getLongUserId()).isZero();
          assertThat(entry.getLongGroupId()).isZero();
          assertThat(entry.getUserName()).isEmpty();
          assertThat(entry.getLastModifiedTime().toMillis()).isZero();
          entries.put(
              entry.getName(),
              Integer.toOctalString(entry.getMode() & 0777)
                  + (entry.isFile() ? " " + new String(in.readAllBytes()) : ""));
        }
      }
      return entries;
    }

    @Test
    void holdsWhatIsSentInOrder() throws IOException {
      Files.setPosixFilePermissions(
          root.resolve("src/main.js"), PosixFilePermissions.fromString("rwxrwxrwx"));
      Files.setPosixFilePermissions(
          root.resolve("keep.log"), PosixFilePermissions.fromString("rw-------"));

      assertThat(entries(archive(ArchiveOptions.exact())))
          .containsExactly(
              Map.entry(".dockerignore", "644 node_modules\n*.log\n!keep.log\n"),
              Map.entry("Dockerfile", "644 FROM a\n"),
              Map.entry("empty/", "755"),
              Map.entry("keep.log", "644 22"),
              Map.entry("src/", "755"),
              Map.entry("src-old/", "755"),
              Map.entry("src-old/x", "644 x"),
              Map.entry("src/main.js", "755 main"));
    }

    @Test
    void isTheSameEveryTime() throws IOException {
      byte[] first = archive(ArchiveOptions.exact());
      write("src/main.js", "main");

      assertThat(archive(ArchiveOptions.exact())).isEqualTo(first);
    }

    @Test
    void holdsTheDockerfileForTheClassicBuilderEvenWhenIgnored() throws IOException {
      write(".dockerignore", "*\n!src\n");
      ArchiveOptions options = ArchiveOptions.classic("Dockerfile", "FROM b\n".getBytes());

      assertThat(entries(archive(options)))
          .containsExactly(
              Map.entry(".dockerignore", "644 *\n!src\n"),
              Map.entry("Dockerfile", "644 FROM b\n"),
              Map.entry("src/", "755"),
              Map.entry("src/main.js", "755 main".replace("755", "644")));
    }

    @Test
    void maybeOfLongAndForeignNames() throws IOException {
      String longName = "d/".repeat(90) + "ü".repeat(100);
      write(longName, "x");

      assertThat(entries(archive(ArchiveOptions.exact()))).containsEntry(longName, "644 x");
    }
  }
}
