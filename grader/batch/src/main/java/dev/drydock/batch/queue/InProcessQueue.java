package dev.drydock.batch.queue;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** A queue in memory: first come, first served; repeated attempts come when they are due. */
public final class InProcessQueue implements WorkQueue {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparingLong(Due::nanos).thenComparingLong(Due::order));
  private final Set<String> known = new HashSet<>();
  private final Map<String, Claim> claimed = new HashMap<>();
  private final LongSupplier nanoTime;
  private final long begin;
  private long order;
  private boolean stopped;

  public InProcessQueue() {
    this(System::nanoTime);
  }

  InProcessQueue(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.begin = nanoTime.getAsLong();
  }

  @Override
  public void add(String job) {
    lock.lock();
    try {
      if (known.add(job)) {
        put(job, 1, 0);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<Claim> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!stopped && !(due.isEmpty() && claimed.isEmpty())) {
        Due next = due.peek();
        long wait = next == null ? Long.MAX_VALUE : next.nanos() - now();
        if (wait <= 0) {
          return Optional.of(claim());
        }
        if (next == null) {
          changed.await();
        } else {
          changed.awaitNanos(Math.min(wait, TimeUnit.SECONDS.toNanos(1)));
        }
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean holds(Claim claim) {
    lock.lock();
    try {
      return claim.equals(claimed.get(claim.job()));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean done(Claim claim) {
    lock.lock();
    try {
      boolean held = release(claim);
      if (held) {
        known.remove(claim.job());
      }
      return held;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean again(Claim claim, Duration delay) {
    lock.lock();
    try {
      boolean held = release(claim);
      if (held) {
        put(claim.job(), claim.attempt() + 1, delay.toNanos());
      }
      return held;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int waiting() {
    lock.lock();
    try {
      return due.size();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void stop() {
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void put(String job, int attempt, long delay) {
    due.add(new Due(job, attempt, delay <= 0 ? 0 : now() + delay, order++));
    changed.signalAll();
  }

  private Claim claim() {
    Due next = due.remove();
    Claim claim = new Claim(next.job(), next.attempt(), order++);
    claimed.put(claim.job(), claim);
    return claim;
  }

  private boolean release(Claim claim) {
    boolean held = claimed.remove(claim.job(), claim);
    changed.signalAll();
    return held;
  }

  private long now() {
    return nanoTime.getAsLong() - begin;
  }

  /**
   * @param nanos since the queue began; 0 for at once
   */
  private record Due(String job, int attempt, long nanos, long order) {}
}
