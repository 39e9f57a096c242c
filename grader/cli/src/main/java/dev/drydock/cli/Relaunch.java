package dev.drydock.cli;

import dev.drydock.cli.call.ExitCode;
import dev.drydock.engine.ResolvedEngineStrategy;
import dev.drydock.text.ConsoleWriter;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Testcontainers reads some switches, and Java the encoding of file names, from the environment
 * only. The launcher sets them; a bare {@code java -jar} restarts itself with them.
 */
final class Relaunch {

  private static final Map<String, String> SWITCHES =
      Map.of(
          "TESTCONTAINERS_RYUK_DISABLED",
          "true",
          "TESTCONTAINERS_HOST_OVERRIDE",
          "localhost",
          "TESTCONTAINERS_DOCKER_CLIENT_STRATEGY",
          ResolvedEngineStrategy.class.getName());

  private static final int LONGEST_SECONDS = 60;
  private static final int KILLED = 137;

  private Relaunch() {}

  /** Id of the process that restarted this one. */
  private static final String PARENT = "drydock.parent";

  static boolean isNeeded(Map<String, String> env) {
    return !env.containsKey("TESTCONTAINERS_RYUK_DISABLED");
  }

  static int run(String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // as the launcher does, which says why
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-D" + PARENT + "=" + ProcessHandle.current().pid());
    command.add("-cp");
    command.add(System.getProperty("java.class.path", "." + File.pathSeparator));
    command.add(Main.class.getName());
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    SWITCHES.forEach(builder.environment()::putIfAbsent);
    if (!"UTF-8".equals(System.getProperty("sun.jnu.encoding"))) {
      builder.environment().put("LC_ALL", "C.UTF-8");
    }
    try {
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
      return process.waitFor();
    } catch (IOException e) {
      ConsoleWriter.to(System.err)
          .println("drydock: cannot start " + command.get(0) + ": " + e.getMessage());
      return ExitCode.INFRASTRUCTURE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INFRASTRUCTURE;
    }
  }

  /** Ending this process waits for the one that does the work. */
  private static void end(Process process) {
    process.destroy();
    try {
      process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A restarted process ends with its parent, even if the parent is killed. */
  static void endWithParent() {
    String parent = System.getProperty(PARENT, "");
    if (!parent.isEmpty()) {
      ProcessHandle.of(Long.parseLong(parent))
          .map(ProcessHandle::onExit)
          .orElseGet(() -> CompletableFuture.completedFuture(null))
          .thenRun(() -> Runtime.getRuntime().halt(KILLED));
    }
  }
}
