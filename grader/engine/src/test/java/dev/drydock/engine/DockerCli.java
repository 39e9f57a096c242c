package dev.drydock.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs docker for tests that compare us with it. */
public final class DockerCli {

  private static final int NOT_FOUND = 127;

  private final Path folder;

  /** Run commands in a folder, which also gets their output. */
  public DockerCli(Path folder) {
    this.folder = folder;
  }

  /** Skip the test where no engine with BuildKit answers, with the reason. */
  public void assumeBuildKit() throws Exception {
    assumeTrue(run("buildx", "version") == 0, "no docker with buildx here");
    assumeTrue(run("version") == 0, "no engine answers");
  }

  /** Run docker to its end; returns its exit code. */
  public int run(String... arguments) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("docker").redirectErrorStream(true);
    builder.command().addAll(List.of(arguments));
    builder.directory(folder.toFile()).redirectOutput(log().toFile());
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return NOT_FOUND;
    }
    process.getOutputStream().close();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException(String.join(" ", arguments) + " does not end");
    }
    return process.exitValue();
  }

  /** What the last command printed. */
  public String output() throws IOException {
    return Files.readString(log());
  }

  private Path log() {
    return folder.resolve("docker.log");
  }
}
