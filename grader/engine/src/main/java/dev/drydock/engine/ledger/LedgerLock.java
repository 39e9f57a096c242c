package dev.drydock.engine.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Held for as long as a run is at work. The system releases it when the process ends, however that
 * ends; and unlike a process's number it means the same in another container, and on another
 * machine with the same home.
 */
final class LedgerLock implements AutoCloseable {

  private static final String FILE = "lock";

  /** Files of this process, which must not be opened again: closing one releases all its locks. */
  private static final Set<String> OURS = ConcurrentHashMap.newKeySet();

  private final String key;
  private final FileChannel channel;

  private LedgerLock(String key, FileChannel channel) {
    this.key = key;
    this.channel = channel;
  }

  /**
   * Take the lock of a run.
   *
   * @return null where the file system has no locks
   */
  static @Nullable LedgerLock take(Path folder, String runId) throws IOException {
    Path file = folder.resolve(FILE);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        OURS.add(runId);
        return new LedgerLock(runId, channel);
      }
    } catch (IOException e) {
      // no locks here: the process's number has to do
    }
    channel.close();
    Files.deleteIfExists(file);
    return null;
  }

  /** Whether runs of this folder are known by their lock. */
  static boolean isKept(Path folder) {
    return Files.exists(folder.resolve(FILE));
  }

  /** Whether a run is at work. */
  static boolean isHeld(Path folder, String runId) {
    if (OURS.contains(runId)) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      return Files.exists(folder.resolve(FILE)); // cannot tell; gone is over
    }
  }

  @Override
  public void close() {
    OURS.remove(key);
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
