package dev.drydock.batch.progress;

import dev.drydock.batch.entry.EntryId;
import dev.drydock.text.ConsoleWriter;
import dev.drydock.text.Printable;
import dev.drydock.verdict.SubmissionResult;
import java.io.PrintWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One line per entry, for logs and pipes; unchanged entries are only counted. */
public final class PlainView implements BatchView {

  private final ConsoleWriter out;
  private @Nullable BatchProgress progress;

  public PlainView(PrintWriter out) {
    this.out = ConsoleWriter.over(out);
  }

  @Override
  public synchronized void begin(BatchProgress begun) {
    progress = begun;
  }

  @Override
  public synchronized void settled(EntryId entry, SubmissionResult result, Settled how) {
    if (how != Settled.UNCHANGED) {
      print(prefix() + ViewTexts.settled(entry, result, how));
    }
  }

  @Override
  public synchronized void retrying(EntryId entry, String reason, int attempt, Duration delay) {
    print(prefix() + ViewTexts.retrying(entry, reason, attempt, delay));
  }

  @Override
  public synchronized void stopping(int inHand) {
    print(ViewTexts.stopping(inHand));
  }

  @Override
  public synchronized void note(String line) {
    print(Printable.line(line, 500));
  }

  @Override
  public synchronized void close() {
    BatchProgress begun = progress;
    if (begun != null) {
      print(ViewTexts.end(begun.status()));
      progress = null;
    }
  }

  private String prefix() {
    BatchProgress begun = progress;
    if (begun == null) {
      return "";
    }
    BatchStatus status = begun.status();
    int digits = Integer.toString(status.total()).length();
    return ("[%" + digits + "d/%d] ").formatted(status.settled(), status.total());
  }

  private void print(String line) {
    out.println(line);
    out.flush();
  }
}
