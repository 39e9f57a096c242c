package dev.drydock.cli.call;

import dev.drydock.engine.host.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows progress: one changing line on a terminal, one line per step elsewhere. */
public final class ProgressLine implements Progress, AutoCloseable {

  private final PrintWriter out;
  private final boolean terminal;
  private final int width;
  private final long began = System.nanoTime();
  private final ScheduledExecutorService clock;
  private String phase = "";
  private String detail = "";
  private long phaseBegan = System.nanoTime();

  public ProgressLine(PrintWriter out, boolean terminal, int width) {
    this.out = out;
    this.terminal = terminal;
    this.width = width;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "progress");
              thread.setDaemon(true);
              return thread;
            });
    if (terminal) {
      clock.scheduleAtFixedRate(this::draw, 500, 500, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public synchronized void at(String newPhase, String newDetail) {
    boolean same = phase.equals(newPhase) && detail.equals(newDetail);
    if (same) {
      return;
    }
    phase = newPhase;
    detail = newDetail.lines().findFirst().orElse("");
    phaseBegan = System.nanoTime();
    if (terminal) {
      draw();
    } else {
      out.printf(Locale.ROOT, "[%5.1f s] %-7s %s%n", seconds(began), phase, detail);
      out.flush();
    }
  }

  @Override
  public synchronized void close() {
    clock.shutdownNow();
    if (terminal) {
      out.print("\r\u001B[K");
      out.flush();
    }
  }

  private synchronized void draw() {
    if (phase.isEmpty() || clock.isShutdown()) {
      return;
    }
    String line = String.format(Locale.ROOT, "%4.0fs  %-7s %s", seconds(phaseBegan), phase, detail);
    String shown = line.length() < width ? line : line.substring(0, width - 2) + "…";
    out.print("\r\u001B[K" + shown);
    out.flush();
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
