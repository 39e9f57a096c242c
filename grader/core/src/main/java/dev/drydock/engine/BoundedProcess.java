package dev.drydock.engine;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A program of ours that ends: by itself, at its time limit, when the thread that runs it is told
 * to stop, or (on Linux) with this process, even when that is killed.
 */
public final class BoundedProcess {

  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
  private static final int MAX_LINE = 1_000_000;
  private static final long LOOK_MILLIS = 250;

  private final List<String> command;
  private final Map<String, String> env;
  private final Duration limit;
  private final BooleanSupplier enough;

  public BoundedProcess(List<String> command, Map<String, String> env, Duration limit) {
    this(command, env, limit, () -> false);
  }

  /**
   * @param enough asked again and again; the program is ended when it says so
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
   * Run it, handing each line of its output (both streams) to {@code lines}; a consumer that throws
   * {@link LimitReached} ends it.
   *
   * @throws InfrastructureException when it cannot be started
   */
  public Ended run(Consumer<Process> started, Consumer<String> lines) {
    Process process = start();
    AtomicBoolean atLimit = new AtomicBoolean();
    Thread watch = watchdog(process, atLimit);
    try {
      started.accept(process);
      if (read(process.getInputStream(), lines)) {
        atLimit.set(true);
        end(process);
      }
      int code = process.waitFor();
      return new Ended(atLimit.get() ? -1 : code, atLimit.get());
    } catch (InterruptedException e) {
      end(process);
      Thread.currentThread().interrupt();
      throw new InfrastructureException("interrupted while running " + command.get(0), e);
    } finally {
      watch.interrupt();
      end(process);
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

  private Thread watchdog(Process process, AtomicBoolean atLimit) {
    Thread reader = Thread.currentThread();
    Thread thread =
        new Thread(
            () -> {
              try {
                long end = System.nanoTime() + limit.toNanos();
                while (!process.waitFor(untilNextLook(end), TimeUnit.MILLISECONDS)) {
                  // who waits for output does not notice by itself
                  boolean stopped = reader.isInterrupted();
                  if (stopped || System.nanoTime() >= end || enough.getAsBoolean()) {
                    atLimit.set(!stopped);
                    end(process);
                    return;
                  }
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "limit of " + command.get(0));
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static long untilNextLook(long end) {
    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()) + 1;
    return Math.max(1, Math.min(LOOK_MILLIS, left));
  }

  private static boolean read(InputStream stream, Consumer<String> lines) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = readLine(reader); line != null; line = readLine(reader)) {
        lines.accept(line);
      }
      return false;
    } catch (LimitReached e) {
      return true;
    } catch (IOException e) {
      return false; // the stream closes under us when the process is ended
    }
  }

  /** A line of at most {@link #MAX_LINE} characters: an endless one must not fill the heap. */
  private static @Nullable String readLine(BufferedReader reader) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (c == '\n') {
        return line.toString();
      }
      if (line.length() < MAX_LINE) {
        line.append((char) c);
      }
    }
    return line.isEmpty() ? null : line.toString();
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static File nullDevice() {
    return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
  }
}
