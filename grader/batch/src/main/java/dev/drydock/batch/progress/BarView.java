package dev.drydock.batch.progress;

import dev.drydock.batch.entry.EntryId;
import dev.drydock.report.LiveLine;
import dev.drydock.text.ConsoleWriter;
import dev.drydock.text.Printable;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** A bar on a terminal's last line, with notable events above it. */
public final class BarView implements BatchView {

  private static final Duration INTERVAL = Duration.ofMillis(250);

  private final ConsoleWriter out;
  private final IntSupplier width;
  private @Nullable LiveLine bar;
  private @Nullable BatchProgress progress;

  /**
   * @param width of the terminal, asked at every redraw
   */
  public BarView(PrintWriter out, IntSupplier width) {
    this.out = ConsoleWriter.over(out);
    this.width = width;
  }

  @Override
  public synchronized void begin(BatchProgress begun) {
    progress = begun;
    bar = LiveLine.every(INTERVAL, out, () -> StatusLine.render(begun.status(), columns()));
  }

  private int columns() {
    return Math.max(20, width.getAsInt() - 1);
  }

  @Override
  public void settled(EntryId entry, SubmissionResult result, Settled how) {
    if (result.state() == State.NOT_GRADED) {
      above(ViewTexts.settled(entry, result, how));
    }
  }

  @Override
  public void retrying(EntryId entry, String reason, int attempt, Duration delay) {
    above(ViewTexts.retrying(entry, reason, attempt, delay));
  }

  @Override
  public void stopping(int inHand) {
    above(ViewTexts.stopping(inHand));
  }

  @Override
  public void note(String line) {
    above(Printable.line(line, 500));
  }

  @Override
  public synchronized void close() {
    LiveLine shown = bar;
    BatchProgress begun = progress;
    bar = null;
    progress = null;
    if (shown != null && begun != null) {
      shown.close();
      out.println(ViewTexts.end(begun.status()));
      out.flush();
    }
  }

  private synchronized void above(String line) {
    LiveLine shown = bar;
    if (shown == null) {
      out.println(line);
      out.flush();
    } else {
      shown.above(line);
    }
  }
}
