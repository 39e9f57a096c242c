package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The script that starts engines beside the current one. */
final class SecondEngine {

  private SecondEngine() {}

  /** Whether it works on this machine. */
  static boolean canStart() {
    return System.getenv("DRYDOCK_REQUIRE_ENGINE") != null
        || System.getProperty("user.name").equals("root")
            && Files.exists(Path.of("/etc/debian_version"));
  }

  /** Call it; returns what it prints. */
  static String call(Path folder, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Binary.COURSE.resolve(".ci/second-engine").toString());
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "engine", ".out");
    Path err = Files.createTempFile(folder, "engine", ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isZero();
    return Files.readString(out).strip();
  }
}
