package dev.drydock.engine.host;

import dev.drydock.image.ByteSize;
import java.util.OptionalLong;

/**
 * How much of the engine's disk was used since something began. Lost room alone proves nothing: it
 * may have been somebody else.
 */
public final class DiskUse {

  private final EngineDisk disk;
  private final long limit;
  private final long began;
  private long most;
  private long leastFree = Long.MAX_VALUE;
  private volatile boolean over;
  private volatile boolean passed;

  DiskUse(EngineDisk disk, OptionalLong free, long limit) {
    this.disk = disk;
    this.most = free.orElse(0);
    this.limit = limit;
    this.began = System.currentTimeMillis();
  }

  /** Whether it is time to stop; once true, it stays true. */
  public synchronized boolean isOver() {
    if (!over) {
      passed = used() > limit;
      over = passed || disk.isNearlyFull();
    }
    return over;
  }

  /** What {@link #isOver} last returned. */
  public boolean wasOver() {
    return over;
  }

  /** Bytes used since the most was free: space freed by others hides nothing. */
  public synchronized long used() {
    OptionalLong now = disk.free();
    if (now.isEmpty()) {
      return 0;
    }
    most = Math.max(most, now.getAsLong());
    leastFree = Math.min(leastFree, now.getAsLong());
    return most - now.getAsLong();
  }

  /**
   * Make sure that it was a build which ran alone, and was stopped, that used too much. What it was
   * at is thrown away by the engine, and the room comes back; what it had finished is in the
   * builder's cache.
   *
   * @throws InfrastructureException when the disk is nearly full, or somebody else filled it
   */
  public void requireProof() {
    if (!passed) {
      throw disk.nearlyFull();
    }
    if (!disk.givesBack(this::givenBack, began, limit / 2)) {
      throw new InfrastructureException(
          "the engine's disk lost more than "
              + ByteSize.of(limit)
              + " while this was built, and it was not this build that wrote them");
    }
  }

  private synchronized long givenBack() {
    OptionalLong now = disk.free();
    return now.isEmpty() ? 0 : Math.max(0, now.getAsLong() - leastFree);
  }

  /**
   * Whether the engine answers and its disk has room: asked after a failure, to tell whose fault it
   * is.
   */
  public boolean engineIsWell() {
    return disk.engineAnswers() && !disk.isNearlyFull();
  }

  public String words() {
    return "the build wrote more than " + ByteSize.of(limit) + " to the disk";
  }
}
