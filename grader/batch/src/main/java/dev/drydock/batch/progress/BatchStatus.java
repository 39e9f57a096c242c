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
 * @param atNoCost of those settled, those that were neither built nor run
 * @param running work in progress, longest first
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

  /** Submissions graded per minute, except those at no cost; 0 before the first. */
  public double perMinute() {
    double minutes = elapsed.toMillis() / 60_000.0;
    return minutes <= 0 ? 0 : (settled() - atNoCost) / minutes;
  }

  /** Time the rest will take, empty while there is nothing to go by. */
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
