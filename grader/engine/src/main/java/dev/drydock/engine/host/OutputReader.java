package dev.drydock.engine.host;

import dev.drydock.engine.host.BoundedProcess.LimitReached;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a program's output in a separate thread: reading a pipe cannot be interrupted, and goes on
 * while any child that outlives the program holds it open.
 */
final class OutputReader implements AutoCloseable {

  private static final int MAX_LINE = 1_000_000;
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final int LOOKS_AFTER_ITS_END = 100;

  private final Process process;
  private final Consumer<String> lines;
  private final Thread thread;
  private boolean closed;
  private volatile boolean enough;
  private volatile @Nullable RuntimeException failure;

  OutputReader(Process process, Consumer<String> lines) {
    this.process = process;
    this.lines = lines;
    thread = new Thread(this::read, "output of " + process.pid());
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /**
   * Wait until all the program's output is read; a surviving child is not waited for. In short
   * waits, because a machine that freezes during a long one would leave no time to read.
   */
  void await() throws InterruptedException {
    for (int i = 0; i < LOOKS_AFTER_ITS_END && thread.isAlive(); i++) {
      thread.join(LOOK.toMillis());
    }
    RuntimeException thrown = failure;
    if (thrown != null) {
      throw thrown;
    }
  }

  /** Whether the consumer has seen enough. */
  boolean isEnough() {
    return enough;
  }

  /** Pass on no more lines. */
  @Override
  public synchronized void close() {
    closed = true;
  }

  private void read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = readLine(reader); line != null; line = readLine(reader)) {
        if (!handOn(line)) {
          return;
        }
      }
    } catch (LimitReached e) {
      enough = true;
      BoundedProcess.end(process);
    } catch (IOException e) {
      // the stream closes when the program is ended
    } catch (RuntimeException e) {
      failure = e;
      BoundedProcess.end(process);
    }
  }

  private synchronized boolean handOn(String line) {
    if (!closed) {
      lines.accept(line);
    }
    return !closed;
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
}
