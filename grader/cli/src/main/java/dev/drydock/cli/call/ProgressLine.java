package dev.drydock.cli.call;

import dev.drydock.engine.host.Progress;
import dev.drydock.report.LiveLine;
import dev.drydock.text.ConsoleWriter;
import dev.drydock.text.Printable;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows progress: one changing line on a terminal, one line per step elsewhere. */
public final class ProgressLine implements Progress, AutoCloseable {

  private static final Duration INTERVAL = Duration.ofMillis(500);

  private final ConsoleWriter out;
  private final int width;
  private final long began = System.nanoTime();
  private final @Nullable LiveLine live;
  private String phase = "";
  private String detail = "";
  private long phaseBegan = System.nanoTime();

  public ProgressLine(PrintWriter out, boolean terminal, int width) {
    this.out = ConsoleWriter.over(out);
    this.width = width;
    this.live = terminal ? LiveLine.every(INTERVAL, this.out, this::line) : null;
  }

  @Override
  public synchronized void at(String newPhase, String newDetail) {
    if (phase.equals(newPhase) && detail.equals(newDetail)) {
      return;
    }
    phase = newPhase;
    detail = newDetail.lines().findFirst().orElse("");
    phaseBegan = System.nanoTime();
    if (live != null) {
      live.draw();
    } else {
      out.printf(Locale.ROOT, "[%5.1f s] %-7s %s%n", seconds(began), phase, detail);
      out.flush();
    }
  }

  private synchronized String line() {
    if (phase.isEmpty()) {
      return "";
    }
    String line = String.format(Locale.ROOT, "%4.0fs  %-7s %s", seconds(phaseBegan), phase, detail);
    return Printable.line(line, width - 1);
  }

  @Override
  public void close() {
    if (live != null) {
      live.close();
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
