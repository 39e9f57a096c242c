package dev.drydock.submission.archive;

import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.submission.folder.DockerfileName;
import dev.drydock.submission.folder.FolderReader;
import dev.drydock.submission.folder.IntakeLimits;
import dev.drydock.submission.folder.RejectedSubmission;
import dev.drydock.submission.folder.SubmissionTree;
import dev.drydock.submission.folder.TreeEntry;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a submission, whatever it comes as: a folder, an archive, or a Dockerfile alone. */
public final class SubmissionReader {

  private static final long SMALL = 16_000_000;

  private final IntakeLimits limits;
  private final @Nullable Path store;
  private final long maxFile;

  /**
   * A reader.
   *
   * @param store private folder for what archives hold, null when only names are wanted
   * @param maxFile larger files of an archive are named only
   */
  public SubmissionReader(IntakeLimits limits, @Nullable Path store, long maxFile) {
    this.limits = limits;
    this.store = store;
    this.maxFile = maxFile;
  }

  public SubmissionTree read(Path source) throws RejectedSubmission {
    if (Files.isDirectory(source)) {
      return FolderReader.read(source, limits);
    }
    String name = source.getFileName().toString();
    if (!Files.isRegularFile(source)) {
      throw new RejectedSubmission(name + " is neither a folder nor an archive");
    }
    try {
      return file(source, name);
    } catch (RejectedSubmission e) {
      throw new RejectedSubmission("the archive " + name + " " + e.reason());
    }
  }

  private SubmissionTree file(Path source, String name) throws RejectedSubmission {
    try {
      long size = Files.size(source);
      if (size > limits.archive().bytes()) {
        throw new RejectedSubmission("is larger than " + limits.archive());
      }
      ArchiveFormat format = ArchiveFormat.of(source);
      if (format == ArchiveFormat.UNKNOWN && DockerfileName.of(name).isPresent()) {
        return SubmissionTree.of(List.of(TreeEntry.file(name, size, false, source)), true);
      }
      EntryStore entries = new EntryStore(store, limits, maxFile);
      switch (format) {
        case ZIP -> ZipUnpacker.read(source, entries, limits);
        case TAR, TAR_GZ -> tar(source, format, entries, size);
        default -> throw new RejectedSubmission("is " + format.phrase() + ", not a zip or tar.gz");
      }
      return entries.tree();
    } catch (IOException e) {
      requireReadable(source, name);
      throw new RejectedSubmission("cannot be read: " + cause(e));
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
      // what the library throws at headers that make no sense
      throw new RejectedSubmission("is damaged: " + cause(e));
    }
  }

  /**
   * Whether its bytes can be had at all: then what is wrong is what they say.
   *
   * @throws InfrastructureException when this machine cannot read them
   */
  private static void requireReadable(Path source, String name) {
    try (InputStream in = Files.newInputStream(source)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new InfrastructureException(name + " cannot be read here: " + cause(e), e);
    }
  }

  private void tar(Path source, ArchiveFormat format, EntryStore entries, long size)
      throws IOException, RejectedSubmission {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(source), 1 << 16);
        InputStream unpacked =
            format == ArchiveFormat.TAR
                ? raw
                : GzipCompressorInputStream.builder()
                    .setInputStream(raw)
                    .setDecompressConcatenated(true)
                    .get()) {
      TarUnpacker.read(new BoundedStream(unpacked, size), entries);
    }
  }

  private static String cause(Exception e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
  }

  /** Ends with an error when an archive unpacks to more than it may. */
  private final class BoundedStream extends FilterInputStream {

    private final long max;
    private long read;

    BoundedStream(InputStream in, long packed) {
      super(in);
      long byRatio = Math.max(SMALL, packed * limits.ratio());
      max = Math.min(limits.unpacked().bytes(), byRatio);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      count(Math.max(0, count));
      return count;
    }

    @Override
    public long skip(long length) throws IOException {
      long skipped = super.skip(length);
      count(skipped);
      return skipped;
    }

    private void count(long bytes) throws IOException {
      read += bytes;
      if (read > max) {
        throw new IOException("it unpacks to many times its size");
      }
    }
  }
}
