package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for what another process or thread does. */
final class Await {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private Await() {}

  static void until(Callable<Boolean> condition) throws Exception {
    until(condition, 50);
  }

  /** For what lasts only a moment. */
  static void closely(Callable<Boolean> condition) throws Exception {
    until(condition, 2);
  }

  private static void until(Callable<Boolean> condition, long millis) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(millis);
    }
  }
}
