package dev.drydock.engine;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.drydock.engine.build.BuildKitBuilder;
import dev.drydock.engine.build.BuildKitTool;
import dev.drydock.engine.build.BuildTimes;
import dev.drydock.engine.build.ClassicBuilder;
import dev.drydock.engine.build.GuardedBuilder;
import dev.drydock.engine.build.ImageBuilder;
import dev.drydock.engine.build.WatchedBuilder;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.EngineDisk;
import dev.drydock.engine.host.EngineHost;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.engine.host.WorkInHand;
import dev.drydock.engine.ledger.GraderRun;
import dev.drydock.engine.ledger.Heartbeat;
import dev.drydock.engine.ledger.Leftovers;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run's work on one engine. Closing it removes every container, image and network of the run.
 */
public final class EngineSession implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EngineSession.class);

  /** The longest that a stop waits for a thread's current work. */
  private static final Duration LAST_WORK = Duration.ofSeconds(10);

  private final Engine engine;
  private final GraderRun run;
  private final ImageBuilder builder;
  private final EngineDisk disk;
  private final WorkInHand work = new WorkInHand();
  private final RunNetwork network;

  private final Heartbeat heartbeat;

  /** When each submission in hand was taken up. */
  private final Queue<Instant> inHand = new ConcurrentLinkedQueue<>();

  /** Learned beside the first steps of the work; null where the builder keeps no such cache. */
  private final @Nullable CompletableFuture<CacheBudget> cache;

  private EngineSession(
      Engine engine,
      GraderRun run,
      WatchedBuilder builder,
      RunNetwork network,
      Heartbeat heartbeat) {
    this.heartbeat = heartbeat;
    this.engine = engine;
    this.run = run;
    this.disk = EngineDisk.of(engine);
    BuildTimes builds = new BuildTimes();
    this.builder = new GuardedBuilder(builder, disk, work, builds);
    this.network = network;
    this.cache =
        builder instanceof BuildKitBuilder
            ? CompletableFuture.supplyAsync(
                () -> CacheBudget.begin(engine, run, builds, disk.shared(), CacheBudget.LEFT),
                task -> new Thread(task, "cache").start())
            : null;
  }

  /**
   * Begin work on this machine's engine. What killed runs left there goes first.
   *
   * @param preference {@code buildkit}, {@code classic}, or {@code auto}: BuildKit where a CLI for
   *     it works
   * @throws InfrastructureException when there is no engine, or it lacks the preferred builder
   */
  public static EngineSession open(GraderRun run, String preference) {
    // in a separate thread: the caller's may be interrupted, and half-made things would stay
    try {
      return CompletableFuture.supplyAsync(
              () -> begin(run, preference), task -> new Thread(task, "engine").start())
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static EngineSession begin(GraderRun run, String preference) {
    EngineHost host = EngineHost.resolve();
    host.requireListening();
    // asking the CLI and connecting take most of a second each
    CompletableFuture<Optional<BuildKitTool>> tool =
        CompletableFuture.supplyAsync(
            () -> preference.equals("classic") ? Optional.empty() : BuildKitTool.find(host));
    Engine engine = Engine.connect();
    clear(engine, run);
    try {
      WatchedBuilder builder = builder(engine, run, preference, tool.join());
      return begin(engine, run, builder);
    } catch (CompletionException e) {
      throw new InfrastructureException("cannot ask the docker CLI: " + e.getCause(), e);
    }
  }

  /** Begin work on an engine that is at hand, with a builder for it. */
  public static EngineSession begin(Engine engine, GraderRun run, WatchedBuilder builder) {
    Heartbeat heartbeat = Heartbeat.begin(engine, run);
    try {
      return new EngineSession(engine, run, builder, RunNetwork.make(engine, run), heartbeat);
    } catch (DockerException | InfrastructureException e) {
      heartbeat.close();
      new Leftovers(engine).remove(run);
      throw e instanceof InfrastructureException ours
          ? ours
          : new InfrastructureException("cannot create a network: " + Engine.firstLine(e), e);
    }
  }

  private static void clear(Engine engine, GraderRun run) {
    try {
      new Leftovers(engine).removeKilled(run.home());
    } catch (RuntimeException e) {
      LOG.debug("left for the next clean-up", e);
    }
  }

  public Engine engine() {
    return engine;
  }

  public GraderRun run() {
    return run;
  }

  public ImageBuilder builder() {
    return builder;
  }

  public EngineDisk disk() {
    return disk;
  }

  public WorkInHand work() {
    return work;
  }

  public RunNetwork network() {
    return network;
  }

  /**
   * The image as {@code docker save} gives it. The engine first writes all of it to its disk. To be
   * closed by the thread that called this.
   */
  public InputStream save(String imageId) {
    EngineDisk.hold(disk.shared());
    boolean opened = false;
    try {
      InputStream archive = new Saving(engine.save(imageId), disk.shared());
      opened = true;
      return archive;
    } finally {
      if (!opened) {
        disk.shared().unlock();
      }
    }
  }

  /** Work on one submission: once it ends, what its builds left in the cache may go. */
  public Taken takeUp() {
    Instant taken = Instant.now();
    inHand.add(taken);
    return () -> {
      inHand.remove(taken);
      keepCacheInBounds();
    };
  }

  private void keepCacheInBounds() {
    try {
      // what is not known by now is not waited for
      CacheBudget budget = cache == null ? null : cache.getNow(null);
      if (budget != null) {
        budget.keep(inHand.stream().min(Comparator.naturalOrder()));
      }
    } catch (RuntimeException e) {
      LOG.debug("the builder's cache stays as it is", e);
    }
  }

  /** A submission in hand. */
  public interface Taken extends AutoCloseable {
    @Override
    void close();
  }

  /** Counts as writing until it is closed. */
  private static final class Saving extends FilterInputStream {

    private final Lock writing;
    private boolean closed;

    Saving(InputStream archive, Lock writing) {
      super(archive);
      this.writing = writing;
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      try {
        super.close();
      } finally {
        writing.unlock();
      }
    }
  }

  /** Whether the engine still answers, and still has the network of this run. */
  public boolean isUsable() {
    try {
      engine.client().inspectNetworkCmd().withNetworkId(network.name()).exec();
      return true;
    } catch (RuntimeException e) {
      LOG.debug("the engine does not answer, or lost the network {}", network.name(), e);
      return false;
    }
  }

  /**
   * Remove an image of this run now, so that a long run does not fill the disk. By its tag: an
   * equal image built elsewhere in this run has the same id, and its own tag keeps it.
   */
  public void removeImage(String tag) {
    // the room that it gives back is not taken for that of a build which runs alone
    EngineDisk.hold(disk.shared());
    try {
      engine.client().removeImageCmd(tag).exec();
    } catch (NotFoundException e) {
      LOG.debug("image {} is gone already", tag);
    } catch (DockerException | InfrastructureException e) {
      LOG.debug("image {} stays until the end of the run: {}", tag, Engine.firstLine(e));
    } finally {
      disk.shared().unlock();
    }
  }

  @Override
  public void close() {
    Leftovers leftovers = new Leftovers(engine);
    heartbeat.close();
    boolean idle = work.end(Duration.ZERO);
    leftovers.remove(run);
    if (!idle) {
      // work begun earlier; with its containers gone it does not take long
      work.end(LAST_WORK);
      leftovers.remove(run);
    }
  }

  private static WatchedBuilder builder(
      Engine engine, GraderRun run, String preference, Optional<BuildKitTool> tool) {
    if (tool.isEmpty() && preference.equals("buildkit")) {
      throw new InfrastructureException(
          "no docker command on PATH can build with BuildKit: install docker-buildx, or run"
              + " './drydock setup'");
    }
    return tool.<WatchedBuilder>map(t -> new BuildKitBuilder(t, engine, run))
        .orElseGet(() -> new ClassicBuilder(engine, run));
  }
}
