package dev.drydock.batch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Handles Ctrl-C: stops the batch cleanly and says how to go on. The process ends only when this is
 * closed, or after half a minute: what the batch made in an engine is removed first.
 */
public final class BatchInterrupt implements AutoCloseable {

  private static final long LONGEST_SECONDS = 30;
  private static final int STOPPED = 130;

  private final Consumer<String> say;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "stop the batch");
  private final Thread beginner = Thread.currentThread();
  private volatile @Nullable Batch batch;

  private BatchInterrupt(Consumer<String> say) {
    this.say = say;
  }

  /**
   * Be ready for this process being asked to end.
   *
   * @param say where messages go
   */
  public static BatchInterrupt install(Consumer<String> say) {
    BatchInterrupt interrupt = new BatchInterrupt(say);
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  /** The batch to stop; before there is one, the thread that prepares it is. */
  public void stops(Batch running) {
    batch = running;
  }

  private void stop() {
    Batch running = batch;
    boolean disturbed = running == null || !running.hasEnded();
    if (running == null) {
      beginner.interrupt();
    } else {
      running.stop();
    }
    try {
      boolean ended = closed.await(LONGEST_SECONDS, TimeUnit.SECONDS);
      if (disturbed) {
        say.accept(words(running != null, ended));
      }
      if (!ended) {
        // others' hooks may wait for an engine that is gone
        Runtime.getRuntime().halt(STOPPED);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String words(boolean begun, boolean ended) {
    if (!begun) {
      return "Stopped before anything was graded.";
    }
    return (ended ? "Stopped." : "Stopped in the middle of a submission.")
        + " What is graded is kept; the same command resumes.";
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending: the hook is already at work
    }
  }
}
