package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerignore.DockerIgnore;
import dev.drydock.dockerignore.RandomIgnoreCase;
import dev.drydock.engine.context.ContextScan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Compares what we say about random ignore files with what BuildKit really sends. */
@Tag("engine")
@Execution(ExecutionMode.CONCURRENT)
class DockerIgnoreEngineTest {

  private static final int CASES = Integer.getInteger("drydock.ignore.cases", 40);
  private static final long SEED = Long.getLong("drydock.ignore.seed", 20_260);

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> theSameFilesArriveAsWeSay() throws Exception {
    new DockerCli(folder).assumeBuildKit();
    return IntStream.range(0, CASES)
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    "seed " + (SEED + i), () -> compare(SEED + i, folder.resolve("case" + i))));
  }

  private static void compare(long seed, Path folder) throws Exception {
    RandomIgnoreCase random = RandomIgnoreCase.of(new Random(seed));
    Path context = folder.resolve("context");
    for (String file : random.files()) {
      Path path = context.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, file);
    }
    Files.createDirectories(context);
    Files.writeString(context.resolve(".dockerignore"), random.ignoreFile());
    Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY . /\n");

    DockerIgnore ignore = DockerIgnore.parse(random.ignoreFile());
    Set<String> ours = new TreeSet<>();
    ContextScan.of(context, ignore).sent().forEach(file -> ours.add(file.path()));

    DockerCli docker = new DockerCli(folder);
    Path out = folder.resolve("out.tar");
    int exit =
        docker.run(
            "buildx",
            "build",
            "--no-cache",
            "--file",
            "Dockerfile",
            "--output",
            "type=tar,dest=" + out,
            "context");
    String log = docker.output();
    String described = "ignore file:\n" + random.ignoreFile() + "\nfiles: " + random.files();
    if (exit != 0) {
      assertThat(log).as(described).contains("pattern");
      assertThat(ignore.problems()).as(described + "\n" + log).isNotEmpty();
      return;
    }
    assertThat(ours).as(described).isEqualTo(filesOf(out));
  }

  private static Set<String> filesOf(Path tar) throws IOException {
    Set<String> files = new TreeSet<>();
    try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(tar));
        TarArchiveInputStream entries =
            new TarArchiveInputStream(in, StandardCharsets.UTF_8.name())) {
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        if (entry.isFile()) {
          files.add(entry.getName());
        }
      }
    }
    return files;
  }
}
