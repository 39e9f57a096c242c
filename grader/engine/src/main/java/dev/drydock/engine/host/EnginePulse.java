package dev.drydock.engine.host;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Waits for an engine, and tells one that is slow from one that is gone.
 *
 * <p>A call may take long on a busy machine. An engine that answers nothing at all is frozen, or
 * its line is dead. While somebody waits, it is therefore asked for a sign of life, each time on a
 * new connection; the wait is given up when none comes for {@link Limits#silence}. What is waited
 * for happens in another thread, which is left to itself then: reading from a socket cannot be
 * interrupted.
 */
public final class EnginePulse {

  /**
   * How long to wait.
   *
   * @param silence without any sign of life
   * @param call for one call of an engine that does show signs of life
   * @param between two questions for a sign of life
   */
  public record Limits(Duration silence, Duration call, Duration between) {
    /** An engine that is frozen for a minute and then goes on has done no harm. */
    static final Limits USUAL =
        new Limits(Duration.ofSeconds(90), Duration.ofMinutes(10), Duration.ofSeconds(5));
  }

  /** Each may hang for as long as the engine is frozen. */
  private static final int MAX_QUESTIONS = 20;

  private static final long LOOK_MILLIS = 100;

  /** Within which an engine answers a question, however busy it is. */
  private static final Duration STANDSTILL = Duration.ofSeconds(5);

  private static final Executor THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "waiting for the engine");
            thread.setDaemon(true);
            return thread;
          });

  private final Callable<?> question;
  private final Limits limits;
  private final AtomicInteger questions = new AtomicInteger();
  private volatile long lastAnswer = System.nanoTime();
  private volatile long lastQuestion = lastAnswer;

  /**
   * @param question that an engine answers at once, be it with an error
   */
  EnginePulse(Callable<?> question, Limits limits) {
    this.question = question;
    this.limits = limits;
  }

  /** How long the engine has been silent while somebody waited for it. */
  public Duration silence() {
    long answered = lastAnswer;
    return lastQuestion - answered <= 0
        ? Duration.ZERO
        : Duration.ofNanos(System.nanoTime() - answered);
  }

  /**
   * Let another thread ask the engine, and wait for what comes of it.
   *
   * @param grace for which one who is interrupted still waits: who makes something wants to know it
   * @param late takes an answer that nobody waits for any more
   * @throws EngineSilent when the engine gives no sign of life, or the answer takes too long
   * @throws InfrastructureException when the calling thread is interrupted
   */
  public <T> T await(Callable<T> call, Duration grace, Consumer<T> late) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    THREADS.execute(
        () -> {
          try {
            T value = call.call();
            if (!answer.complete(value)) {
              late.accept(value);
            }
          } catch (Throwable e) {
            answer.completeExceptionally(e);
          }
        });
    try {
      return await(answer, grace);
    } catch (EngineSilent | InterruptedException e) {
      if (!answer.completeExceptionally(new CancellationException())) {
        answer.thenAccept(late); // it has just come
      }
      if (e instanceof EngineSilent silent) {
        throw silent;
      }
      throw new InfrastructureException("interrupted while waiting for the engine", e);
    }
  }

  private <T> T await(CompletableFuture<T> answer, Duration grace) throws InterruptedException {
    Waiting waiting = waiting();
    boolean interrupted = false;
    long end = 0;
    try {
      while (true) {
        try {
          T value = answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
          answered();
          return value;
        } catch (TimeoutException e) {
          waiting.look();
        } catch (InterruptedException e) {
          interrupted = true;
          end = System.nanoTime() + grace.toNanos();
        } catch (ExecutionException e) {
          throw thrown(Objects.requireNonNull(e.getCause()));
        }
        if (interrupted && System.nanoTime() >= end) {
          throw new InterruptedException("interrupted while waiting for the engine");
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Something has just come from the engine. */
  void answered() {
    lastAnswer = System.nanoTime();
  }

  /** For one who waits for what the engine does, by other ways than {@link #await}. */
  public Waiting waiting() {
    return new Waiting();
  }

  /** The patience of one who waits. */
  public final class Waiting {
    private final long began = System.nanoTime();
    private long longest;

    private Waiting() {}

    /**
     * To be called from time to time while an answer is waited for.
     *
     * @throws EngineSilent when it makes no sense to wait any longer
     */
    void look() {
      if (System.nanoTime() - began > limits.call().toNanos()) {
        throw new EngineSilent(limits.call());
      }
      lookForLife();
    }

    /**
     * The same for a stream, which may pause for as long as the engine is alive.
     *
     * @throws EngineSilent when it is not
     */
    public void lookForLife() {
      long heard = Math.max(began, lastAnswer);
      long now = System.nanoTime();
      longest = Math.max(longest, now - heard);
      if (now - heard > limits.silence().toNanos()) {
        throw new EngineSilent(limits.silence());
      }
      if (now - Math.max(heard, lastQuestion) > limits.between().toNanos()) {
        ask();
      }
    }

    /**
     * Make sure that what took long is not the engine's fault. To be called by the thread that
     * looked for life.
     *
     * @throws InfrastructureException when the engine stood still for a while
     */
    public void requireSteadiness() {
      if (longest > limits.between().toNanos() + STANDSTILL.toNanos()) {
        throw new InfrastructureException(
            "the engine stood still for %d s".formatted(TimeUnit.NANOSECONDS.toSeconds(longest)));
      }
    }
  }

  private void ask() {
    if (questions.incrementAndGet() > MAX_QUESTIONS) {
      questions.decrementAndGet();
      return;
    }
    lastQuestion = System.nanoTime();
    THREADS.execute(
        () -> {
          try {
            question.call();
            answered();
          } catch (Exception e) {
            // no sign of life
          } finally {
            questions.decrementAndGet();
          }
        });
  }

  private static RuntimeException thrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException runtime
        ? runtime
        : new InfrastructureException(String.valueOf(cause.getMessage()), cause);
  }
}
