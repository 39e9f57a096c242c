package dev.drydock.pipeline;

import dev.drydock.engine.host.Progress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Says that it is the engine everybody waits for, while it is silent. */
final class SilenceNotice implements AutoCloseable {

  private static final Duration EVERY = Duration.ofSeconds(15);

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "silence of the engine");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param silence of the engine in use so far
   */
  SilenceNotice(Supplier<Duration> silence, Progress progress) {
    clock.scheduleAtFixedRate(
        () -> {
          Duration silent = silence.get();
          if (!silent.isZero()) {
            progress.at("engine", "has not answered for " + silent.toSeconds() + " s");
          }
        },
        EVERY.toSeconds(),
        EVERY.toSeconds(),
        TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
