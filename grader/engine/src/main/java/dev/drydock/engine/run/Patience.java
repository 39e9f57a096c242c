package dev.drydock.engine.run;

import dev.drydock.engine.host.InfrastructureException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The time that a container is given. Where it runs out while the engine keeps a question about the
 * container waiting, it says nothing of the container.
 */
final class Patience {

  /** Within which an engine answers a question, however busy it is. */
  private static final Duration STANDSTILL = Duration.ofSeconds(5);

  private final long began = System.nanoTime();
  private final Duration limit;
  private long longest;

  Patience(Duration limit) {
    this.limit = limit;
  }

  boolean isOver() {
    return System.nanoTime() - began >= limit.toNanos();
  }

  /** Ask the engine something about the container. */
  <T> T asking(Supplier<T> question) {
    long asked = System.nanoTime();
    T answer = question.get();
    longest = Math.max(longest, System.nanoTime() - asked);
    return answer;
  }

  /**
   * Make sure that it is the container that took too long.
   *
   * @throws InfrastructureException when the engine stood still for a while
   */
  void requireSteadiness() {
    if (longest > STANDSTILL.toNanos()) {
      throw new InfrastructureException(
          "the engine stood still for %d s".formatted(TimeUnit.NANOSECONDS.toSeconds(longest)));
    }
  }
}
