package dev.drydock.batch.queue;

import java.time.Duration;
import java.util.Optional;

/** Jobs by name, each worked on by one worker at a time. Safe for use by several threads. */
public interface WorkQueue {

  /** Add a job that is due at once; one that is already there stays as it is. */
  void add(String job);

  /**
   * Take the next job that is due, waiting for one.
   *
   * @return empty when there is nothing left, in hand or waiting, or after {@link #stop}
   */
  Optional<Claim> take() throws InterruptedException;

  /** Whether a claim still counts. */
  boolean holds(Claim claim);

  /** The job is finished; false when the claim does not count any more. */
  boolean done(Claim claim);

  /**
   * Put a job back, due later, as its next attempt; false when the claim does not count any more.
   */
  boolean again(Claim claim, Duration delay);

  /** Number of jobs neither taken nor finished. */
  int waiting();

  /** Hand out nothing more. Claims that are held still count. */
  void stop();
}
