package dev.drydock.engine.host;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * What a session is making in its engine at the moment. A thread that was told to stop may be about
 * to build or to start something all the same: once this is ended it cannot, so that nothing comes
 * after the clean-up.
 */
public final class WorkInHand {

  /** Something being made; closed when it is there, or has failed. */
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
      throw new InfrastructureException("the run is over, and nothing more is begun");
    }
    return lock.readLock()::unlock;
  }

  /** Let nothing more begin; false when what was begun does not end within the limit. */
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
