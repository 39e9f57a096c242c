package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.cli.call.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of classes that the launcher makes is one the JVM takes, for other commands too. */
@Tag("long") // needs the runnable jar
class RehearsalTest {

  private static final String OURS = "[class,load] dev.drydock.";

  @TempDir private Path folder;

  @Test
  void whatACommandNeedsComesFromTheArchive() throws Exception {
    Path archive = folder.resolve("classes.jsa");
    Binary.Ended rehearsed =
        new Binary(folder)
            .jvm("-XX:ArchiveClassesAtExit=" + archive)
            .jvm("-Xlog:disable")
            .main(Rehearsal.class)
            .run();
    assertThat(rehearsed.err()).isEmpty();
    assertThat(rehearsed.code()).isEqualTo(ExitCode.PASSED);

    Path log = folder.resolve("loaded.txt");
    Binary.Ended made =
        new Binary(folder)
            .jvm("-XX:SharedArchiveFile=" + archive)
            .jvm("-Xlog:class+load:file=" + log)
            .run("site", "--out", folder.resolve("site").toString());
    assertThat(made.code()).isEqualTo(ExitCode.PASSED);
    List<String> ours = Files.readAllLines(log).stream().filter(l -> l.contains(OURS)).toList();
    List<String> fromJar = ours.stream().filter(line -> line.contains("source: file:")).toList();
    assertThat(ours).hasSizeGreaterThan(100);
    // those that extend the library for command lines, whose class files are too old for archives
    assertThat(fromJar).hasSizeLessThan(10);
  }
}
