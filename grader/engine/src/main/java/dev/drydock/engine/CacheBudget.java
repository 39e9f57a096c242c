package dev.drydock.engine;

import com.github.dockerjava.api.model.Network;
import dev.drydock.engine.build.BuildTimes;
import dev.drydock.engine.host.BuildCache;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.EngineDisk;
import dev.drydock.engine.ledger.GraderRun;
import dev.drydock.engine.ledger.Heartbeat;
import dev.drydock.image.ByteSize;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.stream.Collectors;

/**
 * Keeps what a run leaves in the builder's cache within a budget: what was not used for longest
 * goes first, so that the steps which many submissions share stay. The builder does not say who
 * made a record. So nothing is removed that was there before the run, or was made while the run
 * built nothing, or that a submission in hand may still need; and nothing while another run is at
 * work on the engine.
 */
public final class CacheBudget {

  /** Of a run, whatever the number of its submissions. */
  static final ByteSize LEFT = ByteSize.parse("1 GB");

  private static final int MOST_PASSES = 10;

  private final Engine engine;
  private final GraderRun run;
  private final BuildTimes builds;
  private final Lock writing;
  private final ByteSize budget;
  private final BuildCache cache;
  private final Set<String> before;

  /** The engine's clock less ours. */
  private final Duration ahead;

  private CacheBudget(
      Engine engine,
      GraderRun run,
      BuildTimes builds,
      Lock writing,
      ByteSize budget,
      Set<String> before,
      Duration ahead) {
    this.engine = engine;
    this.run = run;
    this.builds = builds;
    this.writing = writing;
    this.budget = budget;
    this.cache = engine.buildCache();
    this.before = before;
    this.ahead = ahead;
  }

  /**
   * @param builds when the run builds
   * @param writing held while room is given back, which is counted while somebody builds alone
   */
  static CacheBudget begin(
      Engine engine, GraderRun run, BuildTimes builds, Lock writing, ByteSize budget) {
    Set<String> before =
        engine.buildCache().records().stream()
            .map(BuildCache.Record::id)
            .collect(Collectors.toSet());
    String clock = engine.client().infoCmd().exec().getSystemTime();
    Duration ahead =
        clock == null || clock.isBlank()
            ? Duration.ZERO
            : Duration.between(Instant.now(), OffsetDateTime.parse(clock).toInstant());
    return new CacheBudget(engine, run, builds, writing, budget, before, ahead);
  }

  /**
   * Keep within the budget.
   *
   * @param oldest when the longest of the submissions in hand was taken up; empty without any
   */
  void keep(Optional<Instant> oldest) {
    EngineDisk.hold(writing);
    try {
      sweep(oldest.map(taken -> taken.plus(ahead)).orElse(Instant.MAX));
    } finally {
      writing.unlock();
    }
  }

  private void sweep(Instant unneeded) {
    List<BuildCache.Record> ours = cache.records().stream().filter(this::isOurs).toList();
    long bytes = ours.stream().mapToLong(BuildCache.Record::bytes).sum();
    List<BuildCache.Record> removable =
        new ArrayList<>(
            ours.stream()
                .filter(record -> !record.inUse() && record.used().isBefore(unneeded))
                .sorted(
                    Comparator.comparing(BuildCache.Record::used)
                        .thenComparing(BuildCache.Record::created, Comparator.reverseOrder()))
                .toList());
    // asked last: whoever's record is listed had its network before
    if (bytes <= budget.bytes() || othersAreAtWork(engine, run)) {
      return;
    }
    // what others were built on can go only after them
    for (int pass = 0; pass < MOST_PASSES && bytes > budget.bytes(); pass++) {
      int left = removable.size();
      for (BuildCache.Record record : List.copyOf(removable)) {
        if (bytes > budget.bytes() && cache.remove(record.id())) {
          removable.remove(record);
          bytes -= record.bytes();
        }
      }
      if (removable.size() == left) {
        return;
      }
    }
  }

  private boolean isOurs(BuildCache.Record record) {
    return !before.contains(record.id()) && builds.cover(record.created().minus(ahead));
  }

  static boolean othersAreAtWork(Engine engine, GraderRun run) {
    List<Network> networks = engine.client().listNetworksCmd().exec();
    return networks.stream()
        .map(network -> network.getLabels().get(GraderRun.LABEL))
        .anyMatch(id -> id != null && !id.equals(run.id()) && Heartbeat.isAlive(engine, id));
  }
}
