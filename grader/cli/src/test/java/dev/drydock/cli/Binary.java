package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The runnable jar, called as a user calls it. */
final class Binary {

  static final Path COURSE = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Path JAR = Path.of("target", "drydock.jar").toAbsolutePath();

  private final Map<String, String> env = new HashMap<>();
  private final Set<String> absent = new HashSet<>();
  private final List<String> jvm = new ArrayList<>();
  private final List<String> wrapper = new ArrayList<>();
  private final Path folder;
  private Path course = COURSE;
  private Class<?> main = Main.class;

  Binary(Path folder) {
    this.folder = folder;
  }

  Binary with(String name, String value) {
    env.put(name, value);
    return this;
  }

  Binary without(String name) {
    absent.add(name);
    return this;
  }

  /** An option of the JVM. */
  Binary jvm(String option) {
    jvm.add(option);
    return this;
  }

  /** A command that starts it. */
  Binary under(String... command) {
    wrapper.addAll(List.of(command));
    return this;
  }

  /** Another entry point than the commands'. */
  Binary main(Class<?> other) {
    main = other;
    return this;
  }

  /** Another course than this repository's. */
  Binary course(Path home) {
    course = home;
    return this;
  }

  /** What a call came to. */
  record Ended(int code, String out, String err) {}

  Ended run(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process = start(out, err, arguments);
    try {
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("ends in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), read(out), read(err));
  }

  Process start(Path out, Path err, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(wrapper);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(jvm);
    command.add("-Ddrydock.home=" + course);
    command.addAll(List.of("-cp", JAR.toString(), main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(env);
    builder.environment().keySet().removeAll(absent);
    return builder.start();
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
