package dev.drydock.junit;

import dev.drydock.engine.host.Progress;
import dev.drydock.text.ConsoleWriter;
import java.util.Locale;

/** Prints each step as it begins, so that the terminal is never silent. */
final class StepPrinter implements Progress {

  private final ConsoleWriter out;
  private final long began = System.nanoTime();
  private String last = "";

  StepPrinter(ConsoleWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void at(String phase, String detail) {
    String line =
        String.format(Locale.ROOT, "%-7s %s", phase, detail.lines().findFirst().orElse(""));
    if (!line.equals(last)) {
      last = line;
      out.printf(Locale.ROOT, "[%5.1f s] %s%n", (System.nanoTime() - began) / 1e9, line);
      out.flush();
    }
  }
}
