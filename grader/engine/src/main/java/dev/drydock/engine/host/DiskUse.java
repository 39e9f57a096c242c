package dev.drydock.engine.host;

import dev.drydock.image.ByteSize;
import java.util.OptionalLong;

/**
 * How much of the engine's disk went since something began. Others may have taken it: only who
 * works alone can be told that it was theirs.
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

  /** Whether it is time to stop; once it was, it stays so. */
  public synchronized boolean isOver() {
    if (!over) {
      passed = used() > limit;
      over = passed || disk.isNearlyFull();
    }
    return over;
  }

  /** What {@link #isOver} said last. */
  public boolean wasOver() {
    return over;
  }

  /** Whether the limit was passed, and not only the disk found nearly full. */
  public boolean passedItsLimit() {
    return passed;
  }

  /** Bytes that went since there was most room: what others gave back meanwhile hides nothing. */
  public synchronized long used() {
    OptionalLong now = disk.free();
    if (now.isEmpty()) {
      return 0;
    }
    most = Math.max(most, now.getAsLong());
    return most - now.getAsLong();
  }

  /**
   * Whether the engine answers and its disk has room: asked after a failure, to tell whose it is.
   */
  public boolean engineIsWell() {
    return disk.engineAnswers() && !disk.isNearlyFull();
  }

  public String words() {
    return "the build wrote more than " + ByteSize.of(limit) + " to the disk";
  }
}
