package dev.drydock.pipeline;

import dev.drydock.engine.host.InfrastructureException;
import java.util.concurrent.Semaphore;

/**
 * How much is built and run at once when several submissions are graded at a time. Building takes
 * processors, running takes mostly waiting: with slots of their own the next build goes on while
 * the last image runs.
 */
public final class Slots {

  private final Semaphore builds;
  private final Semaphore runs;

  private Slots(int builds, int runs) {
    // fair: the one that began first is finished first
    this.builds = new Semaphore(builds, true);
    this.runs = new Semaphore(runs, true);
  }

  /** So many builds, and so many runs beside them. */
  public static Slots of(int builds, int runs) {
    return new Slots(builds, runs);
  }

  /** For one who grades one submission at a time. */
  public static Slots unlimited() {
    return new Slots(Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** A slot that is held; never hold two. */
  interface Slot extends AutoCloseable {
    @Override
    void close();
  }

  /** Wait for a slot to build in. */
  Slot build() {
    return take(builds);
  }

  /** Wait for a slot to run in. */
  Slot run() {
    return take(runs);
  }

  private static Slot take(Semaphore slots) {
    try {
      slots.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InfrastructureException("interrupted while waiting for others to finish", e);
    }
    return slots::release;
  }
}
