package dev.drydock.batch.queue;

import java.time.Duration;
import java.util.Optional;

/** Jobs by name, each worked on by one worker at a time. Safe for use by several threads. */
public interface WorkQueue {

  /** Add a job that is due at once; a job already there is left as it is. */
  void add(String job);

  /**
   * Take the next due job, waiting for one.
   *
   * @return empty when no job is left, taken or waiting, or after {@link #stop}
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

  /** Hand out nothing more. Existing claims still count. */
  void stop();
}
