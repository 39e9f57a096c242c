package dev.drydock.engine.host;

import dev.drydock.image.ByteSize;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;

/** The disk with an engine's images, where it can be seen from here. */
public final class EngineDisk {

  /** What always stays free: a full disk stops everybody. */
  private static final long RESERVE = ByteSize.parse("1 GB").bytes();

  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** In which a stopped build's files are gone. */
  private static final Duration GIVING_BACK = Duration.ofSeconds(30);

  private static final long LOOK_MILLIS = 100;

  private final Engine engine;
  private final Optional<FileStore> store;
  private final long reserve;
  private final ReadWriteLock writers = new ReentrantReadWriteLock(true);

  private EngineDisk(Engine engine, Optional<FileStore> store, long reserve) {
    this.engine = engine;
    this.store = store;
    this.reserve = reserve;
  }

  public static EngineDisk of(Engine engine) {
    if (engine.host().isLocalSocket()) {
      String root = engine.client().infoCmd().exec().getDockerRootDir();
      Path folder = Path.of(root == null || root.isBlank() ? "/var/lib/docker" : root);
      try {
        if (Files.isDirectory(folder)) {
          FileStore store = Files.getFileStore(folder);
          return new EngineDisk(
              engine, Optional.of(store), Math.min(RESERVE, store.getTotalSpace() / 20));
        }
      } catch (IOException e) {
        return new EngineDisk(engine, Optional.empty(), 0);
      }
    }
    return new EngineDisk(engine, Optional.empty(), 0);
  }

  boolean engineAnswers() {
    return engine.answers(ANSWER);
  }

  /** Held by a build, by a container while it runs, by a save: any of them may write. */
  public Lock shared() {
    return writers.readLock();
  }

  /**
   * Wait for a lock of this disk.
   *
   * @throws InfrastructureException when the thread is interrupted
   */
  public static void hold(Lock lock) {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InfrastructureException("interrupted while waiting for others to finish", e);
    }
  }

  /** Held by a build that runs alone, so that its bytes can be measured. */
  public Lock alone() {
    return writers.writeLock();
  }

  /**
   * Whether room comes back, or is taken by the builder's cache, once a build was stopped.
   *
   * @param back bytes that came back so far
   * @param since epoch milliseconds
   */
  boolean givesBack(LongSupplier back, long since, long enough) {
    long end = System.nanoTime() + GIVING_BACK.toNanos();
    while (back.getAsLong() < enough && System.nanoTime() < end) {
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InfrastructureException("interrupted while looking at the engine's disk", e);
      }
    }
    return back.getAsLong() >= enough
        || back.getAsLong() + engine.cachedSince(Instant.ofEpochMilli(since)) >= enough;
  }

  /** Bytes left; empty when that cannot be seen. */
  public OptionalLong free() {
    try {
      return store.isPresent()
          ? OptionalLong.of(store.get().getUsableSpace())
          : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * Begin something that may write this much.
   *
   * @throws InfrastructureException when the disk is nearly full already
   */
  public DiskUse begin(long limit) {
    OptionalLong free = free();
    if (free.isPresent() && free.getAsLong() < reserve) {
      throw nearlyFull();
    }
    return new DiskUse(this, free, limit);
  }

  public boolean isNearlyFull() {
    OptionalLong free = free();
    return free.isPresent() && free.getAsLong() < reserve;
  }

  public InfrastructureException nearlyFull() {
    return new InfrastructureException(
        "the engine's disk is nearly full: "
            + ByteSize.of(free().orElse(0))
            + " left, but at least "
            + ByteSize.of(reserve)
            + " are needed; free some space and run it again");
  }
}
