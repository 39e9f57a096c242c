package dev.drydock.pipeline;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Ctrl-C, or a polite kill, while the thread that began this is grading: it is told to stop, and
 * what the grader made in an engine is removed before the process ends.
 */
public final class ShutdownHook implements AutoCloseable {

  private static final int STOPPED = 130;

  /** One who has pressed Ctrl-C does not wait for an engine that is gone. */
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final Thread worker = Thread.currentThread();
  private final Thread hook;

  private ShutdownHook(Grader grader, Consumer<String> say) {
    hook = new Thread(() -> stop(grader, say), "stop grading");
  }

  /**
   * Be ready for this process being asked to end.
   *
   * @param grader what this thread is about to work with
   * @param say where the words go
   */
  public static ShutdownHook closes(Grader grader, Consumer<String> say) {
    ShutdownHook signal = new ShutdownHook(grader, say);
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  private void stop(Grader grader, Consumer<String> say) {
    worker.interrupt();
    Thread cleaning = new Thread(grader::close, "clean up");
    cleaning.setDaemon(true);
    cleaning.start();
    try {
      cleaning.join(LONGEST.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!cleaning.isAlive()) {
      say.accept("Stopped.");
      return;
    }
    say.accept("Stopped. The engine does not answer; the next run removes what is left there.");
    // others' hooks may wait for the engine, too
    Runtime.getRuntime().halt(STOPPED);
  }

  /**
   * The work is over. A process that is ending says nothing more of it, and begins nothing more.
   */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the clean-up is at work; until the process is gone, this does not return
      Runtime.getRuntime().exit(STOPPED);
    }
  }
}
