package dev.drydock.engine.host;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A child process sure to end: by itself, at its time limit, when its thread is interrupted, or (on
 * Linux) with this process, even if that is killed.
 */
public final class BoundedProcess {

  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
  private static final long LOOK_MILLIS = 250;

  private final List<String> command;
  private final Map<String, String> env;
  private final Duration limit;
  private final BooleanSupplier enough;

  public BoundedProcess(List<String> command, Map<String, String> env, Duration limit) {
    this(command, env, limit, () -> false);
  }

  /**
   * @param enough polled; the program is ended once it returns true
   */
  public BoundedProcess(
      List<String> command, Map<String, String> env, Duration limit, BooleanSupplier enough) {
    this.command = List.copyOf(command);
    this.env = Map.copyOf(env);
    this.limit = limit;
    this.enough = enough;
  }

  /**
   * How it ended.
   *
   * @param exitCode -1 when it was ended at its limit
   */
  public record Ended(int exitCode, boolean atLimit) {}

  /**
   * Run it, passing each line of its output (both streams) to {@code lines}, one at a time and none
   * after this returns; a consumer that throws {@link LimitReached} ends it.
   *
   * @throws InfrastructureException when it cannot be started, or this thread is interrupted
   */
  public Ended run(Consumer<Process> started, Consumer<String> lines) {
    Process process = start();
    OutputReader output = new OutputReader(process, lines);
    try {
      output.start();
      started.accept(process);
      boolean atLimit = !endsInTime(process);
      if (atLimit) {
        end(process);
      }
      int code = process.waitFor();
      output.await();
      return atLimit || output.isEnough() ? new Ended(-1, true) : new Ended(code, false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InfrastructureException("interrupted while running " + command.get(0), e);
    } finally {
      end(process);
      output.close();
    }
  }

  /** Output of a short program as one text, with how it ended. */
  public static Output capture(List<String> command, Map<String, String> env, Duration limit) {
    StringBuilder text = new StringBuilder();
    Ended ended =
        new BoundedProcess(command, env, limit)
            .run(process -> {}, line -> text.append(line).append('\n'));
    return new Output(ended, text.toString().strip());
  }

  /** What a short program printed. */
  public record Output(Ended ended, String text) {
    public boolean succeeded() {
      return ended.exitCode() == 0;
    }
  }

  /** Thrown by a consumer of lines that has seen enough. */
  public static final class LimitReached extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LimitReached(String message) {
      super(message, null, false, false);
    }
  }

  private Process start() {
    List<String> full = new ArrayList<>();
    if (Files.isExecutable(SETPRIV)) {
      // a killed grader must not leave a build behind that makes an image after the clean-up
      full.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "KILL", "--"));
    }
    full.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(full).redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(nullDevice()));
    builder.environment().putAll(env);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new InfrastructureException(
          "cannot start " + command.get(0) + ": " + e.getMessage(), e);
    }
  }

  private boolean endsInTime(Process process) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!process.waitFor(untilNextLook(end), TimeUnit.MILLISECONDS)) {
      if (System.nanoTime() >= end || enough.getAsBoolean()) {
        return false;
      }
    }
    return true;
  }

  private static long untilNextLook(long end) {
    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()) + 1;
    return Math.max(1, Math.min(LOOK_MILLIS, left));
  }

  static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static File nullDevice() {
    return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
  }
}
