package dev.drydock.batch.progress;

import dev.drydock.batch.progress.BatchStatus.Running;
import dev.drydock.text.Printable;
import dev.drydock.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A batch's status in one line: a bar, counts, rate, current work. */
final class StatusLine {

  private static final int BAR = 20;
  private static final int NAME = 24;
  private static final int DETAIL = 40;

  private StatusLine() {}

  /**
   * @param width columns; what does not fit is cut from the end
   */
  static String render(BatchStatus status, int width) {
    List<String> parts = new ArrayList<>();
    parts.add(bar(status) + " " + status.settled() + "/" + status.total());
    parts.add(counts(status));
    rate(status, parts);
    for (Running running : status.running()) {
      parts.add(running(running));
    }
    StringBuilder line = new StringBuilder();
    for (String part : parts) {
      String next = line.isEmpty() ? part : " · " + part;
      if (line.length() + next.length() > width) {
        break;
      }
      line.append(next);
    }
    return Printable.line(line.toString(), width);
  }

  static String counts(BatchStatus status) {
    List<String> counts = new ArrayList<>();
    counts.add(status.passed() + " " + Verdict.PASSED.words());
    counts.add(status.failed() + " failed");
    if (status.notGradable() > 0) {
      counts.add(status.notGradable() + " " + Verdict.NOT_GRADABLE.words());
    }
    if (status.notGraded() > 0) {
      counts.add(status.notGraded() + " " + Verdict.NOT_GRADED.words());
    }
    if (status.left() > 0) {
      counts.add(status.left() + " left");
    }
    return String.join(", ", counts);
  }

  private static void rate(BatchStatus status, List<String> parts) {
    status
        .remaining()
        .ifPresent(
            left ->
                parts.add(
                    String.format(Locale.ROOT, "%.1f/min", status.perMinute())
                        + ", about "
                        + Printable.time(left)
                        + " left"));
  }

  private static String running(Running running) {
    String detail =
        running.detail().isEmpty() ? "" : " " + Printable.line(running.detail(), DETAIL);
    return "%s %s %s%s (%s)"
        .formatted(
            Printable.line(running.entry().student(), NAME),
            running.entry().exercise(),
            Printable.line(running.phase(), 12),
            detail,
            Printable.time(running.since()));
  }

  private static String bar(BatchStatus status) {
    int filled = status.total() == 0 ? BAR : BAR * status.settled() / status.total();
    return "█".repeat(filled) + "░".repeat(BAR - filled);
  }
}
