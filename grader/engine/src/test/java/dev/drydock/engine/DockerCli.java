package dev.drydock.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
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
    ProcessBuilder builder = new ProcessBuilder(command(arguments)).redirectErrorStream(true);
    // else buildx calls git seven times a build
    builder.environment().put("BUILDX_GIT_INFO", "false");
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

  /** A build through the plugin by itself, which takes half the time that it does behind docker. */
  private static List<String> command(String... arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    if (arguments[0].equals("buildx") && !Plugin.PATH.isEmpty()) {
      words.set(0, Plugin.PATH);
      if (arguments[1].equals("build")) {
        words.addAll(2, List.of("--builder", "default"));
      }
    } else {
      words.add(0, "docker");
    }
    return words;
  }

  /** Asked once per virtual machine. */
  private static final class Plugin {

    /** Empty where docker does not tell: then docker itself is asked to build. */
    private static final String PATH = find();

    private static String find() {
      try {
        Process process =
            new ProcessBuilder(
                    "docker",
                    "info",
                    "--format",
                    "{{range .ClientInfo.Plugins}}{{if eq .Name \"buildx\"}}{{.Path}}{{end}}{{end}}")
                .redirectErrorStream(true)
                .start();
        String path = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Files.isExecutable(Path.of(path.strip())) ? path.strip() : "";
      } catch (IOException | InvalidPathException e) {
        return "";
      }
    }
  }

  /** What the last command printed. */
  public String output() throws IOException {
    return Files.readString(log());
  }

  private Path log() {
    return folder.resolve("docker.log");
  }
}
