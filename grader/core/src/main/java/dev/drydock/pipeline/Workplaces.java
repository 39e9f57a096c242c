package dev.drydock.pipeline;

import dev.drydock.engine.EngineSession;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.engine.ledger.GraderRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine, asked for when the first submission gets that far, and again after it was lost. The
 * monitor guards the fields alone: whoever asks the engine, or waits for one who does, holds
 * nothing that others need.
 */
final class Workplaces implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Workplaces.class);

  private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);

  /** For which an end waits for one that is being opened. */
  private static final Duration LAST_OPENING = Duration.ofSeconds(10);

  private final GraderRun run;
  private final Function<GraderRun, EngineSession> engine;
  private final Function<String, Optional<String>> standInFor;
  private volatile Consumer<EngineSession> condition = session -> {};
  private final List<EngineSession> sessions = new ArrayList<>();
  private @Nullable CompletableFuture<Workplace> workplace;
  private boolean closed;
  private long lastFailure = System.nanoTime() - AGAIN_AFTER.toNanos();

  /**
   * @param engine begins a run's work on an engine
   */
  Workplaces(
      GraderRun run,
      Function<GraderRun, EngineSession> engine,
      Function<String, Optional<String>> standInFor) {
    this.run = run;
    this.engine = engine;
    this.standInFor = standInFor;
  }

  /** Let nobody work where this throws, in any session that is begun from now on. */
  void onlyWhere(Consumer<EngineSession> met) {
    condition = met;
  }

  /**
   * The one to work in.
   *
   * @throws InfrastructureException when no engine answers, or the run is over
   */
  Workplace current() {
    CompletableFuture<Workplace> mine = new CompletableFuture<>();
    CompletableFuture<Workplace> there = thereOr(mine);
    if (there == mine) {
      open(mine);
    }
    try {
      return there.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InfrastructureException("interrupted while waiting for the engine", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new InfrastructureException(String.valueOf(e.getCause()), e);
    }
  }

  private synchronized CompletableFuture<Workplace> thereOr(CompletableFuture<Workplace> mine) {
    if (closed) {
      throw new InfrastructureException("the run is over; nothing more is graded");
    }
    if (workplace == null) {
      workplace = mine;
    }
    return workplace;
  }

  private void open(CompletableFuture<Workplace> mine) {
    try {
      EngineSession session = engine.apply(run);
      if (!keep(session)) {
        session.close();
        throw new InfrastructureException("the run is over; nothing more is graded");
      }
      condition.accept(session);
      mine.complete(Workplace.in(session, run.home(), standInFor));
    } catch (Throwable e) {
      forget(mine);
      mine.completeExceptionally(e);
    }
  }

  private synchronized boolean keep(EngineSession session) {
    if (!closed) {
      sessions.add(session);
    }
    return !closed;
  }

  private synchronized void forget(CompletableFuture<Workplace> lost) {
    if (workplace == lost) {
      workplace = null;
      lastFailure = System.nanoTime();
    }
  }

  /** The one to work in; empty where the engine failed just now. */
  Optional<Workplace> currentIfAny() {
    return failedJustNow() ? Optional.empty() : Optional.of(current());
  }

  private synchronized boolean failedJustNow() {
    return workplace == null && System.nanoTime() - lastFailure < AGAIN_AFTER.toNanos();
  }

  /** How long the engine has kept somebody waiting. */
  Duration silence() {
    Workplace here = ifThere();
    return here == null ? Duration.ZERO : here.session().engine().pulse().silence();
  }

  /** The one that is there; null when there is none. */
  @Nullable Workplace ifThere() {
    CompletableFuture<Workplace> there = there();
    return there == null || there.isCompletedExceptionally() ? null : there.getNow(null);
  }

  private synchronized @Nullable CompletableFuture<Workplace> there() {
    return workplace;
  }

  /**
   * After a failure of the engine the next submission asks for it again. What other submissions are
   * at work with there is left to them. A thread that is told to stop cannot tell.
   */
  void leave() {
    CompletableFuture<Workplace> there = there();
    if (Thread.currentThread().isInterrupted() || there == null || !there.isDone()) {
      return;
    }
    Workplace here = ifThere();
    if (here == null || !here.session().isUsable()) {
      forget(there);
    }
  }

  /** Remove everything made in the engines. */
  @Override
  public void close() {
    CompletableFuture<Workplace> opening = end();
    if (opening != null) {
      try {
        opening.get(LAST_OPENING.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | TimeoutException e) {
        LOG.debug("no engine to clean up", e);
      }
    }
    for (EngineSession session : opened()) {
      try {
        session.close();
      } catch (RuntimeException e) {
        LOG.debug("left for the next run to remove", e);
      }
    }
  }

  private synchronized @Nullable CompletableFuture<Workplace> end() {
    closed = true;
    return workplace;
  }

  private synchronized List<EngineSession> opened() {
    return List.copyOf(sessions);
  }
}
