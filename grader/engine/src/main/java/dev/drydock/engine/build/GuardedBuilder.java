package dev.drydock.engine.build;

import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.host.DiskUse;
import dev.drydock.engine.host.EngineDisk;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.host.WorkInHand;

/**
 * Keeps builds from filling the engine's disk. While several build or run at once, nobody can tell
 * whose bytes they are: all stopped builds are repeated one at a time, which shows the culprit.
 */
public final class GuardedBuilder implements ImageBuilder {

  private final WatchedBuilder builder;
  private final EngineDisk disk;
  private final WorkInHand work;

  public GuardedBuilder(WatchedBuilder builder, EngineDisk disk, WorkInHand work) {
    this.builder = builder;
    this.disk = disk;
    this.work = work;
  }

  @Override
  public String name() {
    return builder.name();
  }

  @Override
  public BuildEvidence build(BuildRequest request, Progress progress) {
    disk.shared().lock();
    try (WorkInHand.Begun begun = work.begin()) {
      DiskUse use = disk.begin(request.limits().diskBytes());
      BuildEvidence built = builder.build(request, progress, use);
      if (!use.wasOver()) {
        return built;
      }
    } finally {
      disk.shared().unlock();
    }
    progress.at("build", "the disk is filling up: once more, alone");
    return alone(request, progress);
  }

  private BuildEvidence alone(BuildRequest request, Progress progress) {
    disk.alone().lock();
    try (WorkInHand.Begun begun = work.begin()) {
      DiskUse use = disk.begin(request.limits().diskBytes());
      BuildEvidence built = builder.build(request, progress, use);
      if (use.wasOver() && !use.passedItsLimit()) {
        throw disk.nearlyFull();
      }
      return built;
    } finally {
      disk.alone().unlock();
    }
  }
}
