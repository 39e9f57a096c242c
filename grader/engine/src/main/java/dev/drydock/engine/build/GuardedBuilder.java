package dev.drydock.engine.build;

import dev.drydock.engine.build.BuildAttempt.Ending;
import dev.drydock.engine.host.DiskUse;
import dev.drydock.engine.host.EngineDisk;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.host.WorkInHand;
import java.time.Instant;
import java.util.concurrent.locks.Lock;

/**
 * Keeps builds from filling the engine's disk, and from being blamed for each other. While several
 * build or run at once, nobody can tell whose bytes, or whose time, they are: a build that exceeded
 * a limit is repeated alone.
 */
public final class GuardedBuilder implements ImageBuilder {

  private final WatchedBuilder builder;
  private final EngineDisk disk;
  private final WorkInHand work;
  private final BuildTimes times;

  /**
   * @param times notes when something is built
   */
  public GuardedBuilder(
      WatchedBuilder builder, EngineDisk disk, WorkInHand work, BuildTimes times) {
    this.builder = builder;
    this.disk = disk;
    this.work = work;
    this.times = times;
  }

  @Override
  public String name() {
    return builder.name();
  }

  @Override
  public BuildAttempt attempt(BuildRequest request, Progress progress) {
    BuildAttempt first = attempt(request, progress, disk.shared(), false);
    if (!first.isOthersPerhaps()) {
      return first;
    }
    progress.at("build", "once more, alone: " + first.evidence().message());
    return attempt(request, progress, disk.alone(), true);
  }

  private BuildAttempt attempt(BuildRequest request, Progress progress, Lock place, boolean alone) {
    EngineDisk.hold(place);
    Instant began = Instant.now();
    try (WorkInHand.Begun begun = work.begin()) {
      DiskUse use = disk.begin(request.limits().diskBytes());
      BuildAttempt attempt = builder.attempt(request, progress, use);
      if (alone && attempt.ending() == Ending.OUT_OF_DISK) {
        use.requireProof();
      }
      return attempt;
    } finally {
      times.note(began);
      place.unlock();
    }
  }
}
