package dev.drydock.batch.progress;

import dev.drydock.batch.entry.EntryId;
import dev.drydock.text.Points;
import dev.drydock.text.Printable;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import dev.drydock.verdict.Verdict;
import java.time.Duration;

/** The texts of a batch's views. */
final class ViewTexts {

  private ViewTexts() {}

  static String settled(EntryId entry, SubmissionResult result, Settled how) {
    String points = Points.of(result.points(), result.maxPoints());
    String verdict =
        Verdict.of(result).words()
            + (result.state() == State.GRADED ? ", " + points : ": " + message(result));
    return name(entry) + ": " + verdict + (how == Settled.GRADED ? "" : " (" + how.words() + ")");
  }

  static String retrying(EntryId entry, String reason, int attempt, Duration delay) {
    String when = delay.isZero() ? "" : " in " + Printable.time(delay);
    return "%s: attempt %d%s, because %s"
        .formatted(name(entry), attempt, when, Printable.line(reason, 200));
  }

  static String stopping(int inHand) {
    return switch (inHand) {
      case 0 -> "stopping";
      case 1 -> "stopping; one submission is in progress";
      default -> "stopping; " + inHand + " submissions are in progress";
    };
  }

  static String end(BatchStatus status) {
    return "%d of %d done in %s: %s"
        .formatted(
            status.settled(),
            status.total(),
            Printable.time(status.elapsed()),
            StatusLine.counts(status));
  }

  private static String name(EntryId entry) {
    return Printable.line(entry.student(), 60) + " " + Printable.line(entry.exercise(), 20);
  }

  private static String message(SubmissionResult result) {
    String message = result.message();
    return message == null ? "" : Printable.line(message, 200);
  }
}
