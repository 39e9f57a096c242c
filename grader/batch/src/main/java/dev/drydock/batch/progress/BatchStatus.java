package dev.drydock.batch.progress;

import dev.drydock.batch.entry.EntryId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How far a batch is.
 *
 * @param passed graded, all required checks passed
 * @param failed graded, not passed
 * @param atNoCost of those settled, how many were neither built nor run
 * @param running what is worked on, longest first
 */
public record BatchStatus(
    int total,
    int passed,
    int failed,
    int notGradable,
    int notGraded,
    int atNoCost,
    Duration elapsed,
    List<Running> running) {

  public BatchStatus {
    running = List.copyOf(running);
  }

  /** Graded, whatever the grade. */
  public int graded() {
    return passed + failed;
  }

  public int settled() {
    return passed + failed + notGradable + notGraded;
  }

  public int left() {
    return total - settled();
  }

  /** Submissions graded a minute, those at no cost aside; 0 while none is. */
  public double perMinute() {
    double minutes = elapsed.toMillis() / 60_000.0;
    return minutes <= 0 ? 0 : (settled() - atNoCost) / minutes;
  }

  /** Time that the rest will take, empty while there is nothing to tell by. */
  public Optional<Duration> remaining() {
    double rate = perMinute();
    return rate <= 0 || left() == 0
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(Math.round(left() / rate * 60)));
  }

  /**
   * @param phase one word: {@code build}, {@code run}…
   */
  public record Running(EntryId entry, String phase, String detail, Duration since) {}
}
