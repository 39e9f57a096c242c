package dev.drydock.engine.host;

import dev.drydock.image.ByteSize;
import java.util.OptionalLong;

/**
 * How much of the engine's disk was used since something began. Others may have used it: only a
 * build that runs alone can be blamed.
 */
public final class DiskUse {

  private final EngineDisk disk;
  private final long limit;
  private long most;
  private volatile boolean over;
  private volatile boolean passed;

  DiskUse(EngineDisk disk, OptionalLong free, long limit) {
    this.disk = disk;
    this.most = free.orElse(0);
    this.limit = limit;
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

  /** Whether the limit was exceeded, rather than the disk merely nearly full. */
  public boolean passedItsLimit() {
    return passed;
  }

  /** Bytes used since the most was free: space freed by others hides nothing. */
  public synchronized long used() {
    OptionalLong now = disk.free();
    if (now.isEmpty()) {
      return 0;
    }
    most = Math.max(most, now.getAsLong());
    return most - now.getAsLong();
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
