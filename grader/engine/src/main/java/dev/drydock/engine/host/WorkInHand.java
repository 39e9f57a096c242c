package dev.drydock.engine.host;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * What a session is currently making in its engine. An interrupted thread may still be about to
 * build or start something: once this is ended it cannot, so nothing is made after the clean-up.
 */
public final class WorkInHand {

  /** Something being made; closed when it exists or has failed. */
  public interface Begun extends AutoCloseable {
    @Override
    void close();
  }

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private volatile boolean over;

  /**
   * Begin to make something.
   *
   * @throws InfrastructureException when the session is being closed
   */
  public Begun begin() {
    lock.readLock().lock();
    if (over) {
      lock.readLock().unlock();
      throw new InfrastructureException("the run is over; nothing new is started");
    }
    return lock.readLock()::unlock;
  }

  /** Let nothing more begin; false when work in progress does not end within the limit. */
  public boolean end(Duration limit) {
    over = true;
    try {
      boolean idle = lock.writeLock().tryLock(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (idle) {
        lock.writeLock().unlock();
      }
      return idle;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
