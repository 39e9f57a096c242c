package dev.drydock.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Testcontainers reads two switches from the environment and nowhere else. The launcher sets them;
 * a bare {@code java -jar} starts itself again with them.
 */
final class Relaunch {

  private static final Map<String, String> SWITCHES =
      Map.of("TESTCONTAINERS_RYUK_DISABLED", "true", "TESTCONTAINERS_HOST_OVERRIDE", "localhost");

  private Relaunch() {}

  static boolean isNeeded(Map<String, String> env) {
    return !env.containsKey("TESTCONTAINERS_RYUK_DISABLED");
  }

  static int run(String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-cp");
    command.add(System.getProperty("java.class.path", "." + File.pathSeparator));
    command.add(Main.class.getName());
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    SWITCHES.forEach(builder.environment()::putIfAbsent);
    try {
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      return process.waitFor();
    } catch (IOException e) {
      System.err.println("drydock: cannot start " + command.get(0) + ": " + e.getMessage());
      return ExitCode.INFRASTRUCTURE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INFRASTRUCTURE;
    }
  }
}
