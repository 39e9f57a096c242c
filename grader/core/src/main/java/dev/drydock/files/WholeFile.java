package dev.drydock.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes a file under a temporary name, flushes it to the disk and renames it: a reader, or whoever
 * comes after a power loss, sees the old file or the new one, never a part.
 */
public final class WholeFile {

  private WholeFile() {}

  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Write bytes, making the folder when it is not there. */
  public static void write(Path file, byte[] bytes) throws IOException {
    write(file, bytes, true);
  }

  public static void writeUnflushed(Path file, String text) throws IOException {
    writeUnflushed(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same without the flush, for many files that can be made again. */
  public static void writeUnflushed(Path file, byte[] bytes) throws IOException {
    write(file, bytes, false);
  }

  private static void write(Path file, byte[] bytes, boolean flushed) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
    Files.createDirectories(folder);
    String suffix = Long.toHexString(ThreadLocalRandom.current().nextLong());
    // of one length whatever the file is called: a name may already be as long as names can be
    Path temporary = folder.resolve(".part-" + suffix);
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        if (flushed) {
          channel.force(true);
        }
      }
      rename(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void rename(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
