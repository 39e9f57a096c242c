package dev.drydock.batch.store;

import dev.drydock.files.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two runs out of one folder. The system releases it when its process ends, however it ends,
 * so there are no stale locks.
 */
public final class RunLock implements AutoCloseable {

  private static final String LOCK = ".lock";

  /** A separate file from the lock: closing a file releases all this process's locks on it. */
  private static final String OWNER = ".lock-owner";

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Take the lock of a folder.
   *
   * @throws RunFolderException when another run has it
   */
  public static RunLock take(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new RunFolderException(
            "another run is using " + folder + owner(folder) + "; wait for it, or stop it");
      }
      Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      WholeFile.write(
          folder.resolve(OWNER), "process " + ProcessHandle.current().pid() + ", since " + now);
      return new RunLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String owner(Path folder) {
    try {
      return " (" + Files.readString(folder.resolve(OWNER)) + ")";
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
