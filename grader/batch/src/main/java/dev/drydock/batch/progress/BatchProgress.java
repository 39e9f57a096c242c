package dev.drydock.batch.progress;

import dev.drydock.batch.entry.EntryId;
import dev.drydock.batch.progress.BatchStatus.Running;
import dev.drydock.verdict.SubmissionResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts while a batch runs. Safe for use by several threads. */
public final class BatchProgress {

  private final Clock clock;
  private final Instant begin;
  private final int total;
  private final Map<EntryId, Now> running = new LinkedHashMap<>();
  private int passed;
  private int failed;
  private int notGradable;
  private int notGraded;
  private int atNoCost;

  public BatchProgress(int total, Clock clock) {
    this.total = total;
    this.clock = clock;
    this.begin = clock.instant();
  }

  public synchronized void started(EntryId entry) {
    running.put(entry, new Now("start", "", clock.instant()));
  }

  public synchronized void at(EntryId entry, String phase, String detail) {
    running.computeIfPresent(entry, (id, now) -> new Now(phase, detail, now.since()));
  }

  public synchronized void ended(EntryId entry) {
    running.remove(entry);
  }

  public synchronized void settled(SubmissionResult result, Settled how) {
    switch (result.state()) {
      case GRADED -> {
        passed += result.passed() ? 1 : 0;
        failed += result.passed() ? 0 : 1;
      }
      case NOT_GRADABLE -> notGradable++;
      case NOT_GRADED -> notGraded++;
    }
    atNoCost += how == Settled.GRADED ? 0 : 1;
  }

  public synchronized BatchStatus status() {
    Instant at = clock.instant();
    List<Running> now =
        running.entrySet().stream()
            .map(one -> one.getValue().running(one.getKey(), at))
            .sorted(Comparator.comparing(Running::since).reversed())
            .toList();
    Duration elapsed = Duration.between(begin, at);
    return new BatchStatus(total, passed, failed, notGradable, notGraded, atNoCost, elapsed, now);
  }

  private record Now(String phase, String detail, Instant since) {
    Running running(EntryId entry, Instant at) {
      return new Running(entry, phase, detail, Duration.between(since, at));
    }
  }
}
