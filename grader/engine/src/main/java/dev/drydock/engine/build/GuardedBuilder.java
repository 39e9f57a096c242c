package dev.drydock.engine.build;

import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.host.DiskUse;
import dev.drydock.engine.host.EngineDisk;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.host.WorkInHand;

/**
 * Keeps builds from filling the engine's disk. While several are built or run at once nobody knows
 * whose bytes they are: all that were stopped are built again, each alone, and there it shows.
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
    progress.at("build", "the disk fills up: again, alone");
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
