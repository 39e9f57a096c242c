package dev.drydock.batch;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Ctrl-C: a batch is stopped cleanly, and it is said how to go on. */
public final class BatchInterrupt {

  private static final long LONGEST_SECONDS = 30;

  private BatchInterrupt() {}

  /**
   * Stop a batch when this process is asked to end.
   *
   * @param say where the words go
   * @return call it when the batch has ended by itself
   */
  public static Runnable install(Batch batch, Consumer<String> say) {
    Thread hook = new Thread(() -> stop(batch, say), "stop the batch");
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> remove(hook);
  }

  private static void stop(Batch batch, Consumer<String> say) {
    if (batch.hasEnded()) {
      return;
    }
    batch.stop();
    try {
      boolean ended = batch.awaitEnd(LONGEST_SECONDS, TimeUnit.SECONDS);
      say.accept(
          (ended ? "Stopped." : "Stopped in the middle of a submission.")
              + " What is graded is kept; the same command resumes.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending: the hook is already at work
    }
  }
}
