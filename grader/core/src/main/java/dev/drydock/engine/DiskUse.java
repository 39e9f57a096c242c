package dev.drydock.engine;

import dev.drydock.ByteSize;
import java.util.OptionalLong;

/**
 * How much of the engine's disk went since something began. Others may have taken it: only who
 * works alone can be told that it was theirs.
 */
final class DiskUse {

  private final EngineDisk disk;
  private final OptionalLong atStart;
  private final long limit;
  private volatile boolean over;

  DiskUse(EngineDisk disk, OptionalLong atStart, long limit) {
    this.disk = disk;
    this.atStart = atStart;
    this.limit = limit;
  }

  /** Whether it is time to stop; once it was, it stays so. */
  boolean isOver() {
    over = over || used() > limit || disk.isNearlyFull();
    return over;
  }

  /** What {@link #isOver} said last. */
  boolean wasOver() {
    return over;
  }

  /** Whether the limit was passed, and not only the disk found nearly full. */
  boolean passedItsLimit() {
    return over && !(disk.isNearlyFull() && used() <= limit);
  }

  /** Bytes that went since, whoever took them. */
  long used() {
    OptionalLong now = disk.free();
    return atStart.isPresent() && now.isPresent() ? atStart.getAsLong() - now.getAsLong() : 0;
  }

  String words() {
    return "the build wrote more than " + ByteSize.of(limit) + " to the disk";
  }
}
