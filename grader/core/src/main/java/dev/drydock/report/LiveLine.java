package dev.drydock.report;

import dev.drydock.text.ConsoleWriter;
import dev.drydock.text.OwnMarks;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The last line of a terminal, drawn again and again while something goes on, until it is closed.
 * Safe for use by several threads.
 */
public final class LiveLine implements AutoCloseable {

  private final ConsoleWriter out;
  private final Supplier<String> line;
  private final ScheduledExecutorService clock;
  private boolean closed;

  private LiveLine(PrintWriter out, Supplier<String> line) {
    this.out = ConsoleWriter.over(out);
    this.line = line;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "progress");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Begin to draw.
   *
   * @param line what it says now, not wider than the terminal; nothing is drawn while it is empty
   */
  public static LiveLine every(Duration interval, PrintWriter out, Supplier<String> line) {
    LiveLine live = new LiveLine(out, line);
    long millis = interval.toMillis();
    live.clock.scheduleAtFixedRate(live::draw, 0, millis, TimeUnit.MILLISECONDS);
    return live;
  }

  /** Draw it now. */
  public void draw() {
    String now = line.get();
    synchronized (this) {
      if (!closed && !now.isEmpty()) {
        out.print(OwnMarks.CLEAR_LINE + now);
        out.flush();
      }
    }
  }

  /** Print a line that stays, above the one that changes. */
  public synchronized void above(String text) {
    out.println(OwnMarks.CLEAR_LINE + text);
    out.flush();
  }

  /** Leave an empty line; once only. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      clock.shutdownNow();
      out.print(OwnMarks.CLEAR_LINE);
      out.flush();
    }
  }
}
