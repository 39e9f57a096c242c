package dev.drydock.image;

import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.image.archive.ArchiveFiles;
import dev.drydock.image.archive.Blob;
import dev.drydock.image.archive.BlobReader;
import dev.drydock.image.archive.ImageLocator;
import dev.drydock.image.archive.ImageParts;
import dev.drydock.image.content.CanaryMatcher;
import dev.drydock.image.content.ContentInspector;
import dev.drydock.image.content.ContentNotes;
import dev.drydock.image.layers.EntryTable;
import dev.drydock.image.layers.LayerReader;
import dev.drydock.image.layers.LimitException;
import dev.drydock.image.layers.PathTree;
import dev.drydock.image.request.ImageArchiveException;
import dev.drydock.image.request.ImageArchiveException.Reason;
import dev.drydock.image.request.ImageLimits;
import dev.drydock.image.request.ImageReadRequest;
import dev.drydock.image.tar.TarEntry;
import dev.drydock.image.tar.TarException;
import dev.drydock.image.tar.TarReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads what is in an image from what {@code docker save} writes, whichever the engine and its
 * store.
 *
 * <p>The archive is read once, from front to back, and never unpacked. Its order tells nothing in
 * advance (the configuration may follow the layers), so every layer is entered into compact tables
 * as it streams by, and the tables are put together at the end.
 *
 * <p>A reader reads one archive, in one thread; what it returns is immutable.
 *
 * <pre>{@code
 * ImageAnatomy image = ImageArchiveReader.read(Path.of("app.tar"));
 * image.layers().forEach(layer -> System.out.println(ByteSize.of(layer.bytes())));
 * }</pre>
 */
public final class ImageArchiveReader {

  private final InputStream archive;
  private final ImageReadRequest request;

  /**
   * Read the first image of an archive, within the default limits. Nothing is known of its base, so
   * every layer counts as the image's own.
   *
   * @param archive a file that {@code docker save} wrote
   * @return what is in the image
   * @throws ImageArchiveException when it cannot be read or is refused; the message says why
   * @throws IOException when the file cannot be read
   */
  public static ImageAnatomy read(Path archive) throws IOException {
    try (InputStream in = Files.newInputStream(archive)) {
      return new ImageArchiveReader(in, ImageReadRequest.FIRST_IMAGE).read();
    }
  }

  /**
   * Take a stream.
   *
   * @param archive need not be buffered, and is left open
   * @param request which image to read, and what to look for
   */
  public ImageArchiveReader(InputStream archive, ImageReadRequest request) {
    this.archive = archive;
    this.request = request;
  }

  /**
   * Read the archive to its end.
   *
   * @return what is in the image
   * @throws ImageArchiveException when it cannot be read or is refused; the message says why
   * @throws IOException when the stream fails
   */
  public ImageAnatomy read() throws IOException {
    ImageLimits limits = request.limits();
    PathTree paths = new PathTree(limits.nameBytes());
    EntryTable entries = new EntryTable(limits.entries(), limits.nameBytes());
    CanaryMatcher canaries = new CanaryMatcher(request.canaries());
    ContentNotes notes = new ContentNotes();
    LayerReader layers =
        new LayerReader(paths, entries, new ContentInspector(paths, canaries, notes));
    ArchiveFiles files = files(new BlobReader(layers, limits));
    ImageParts parts = new ImageLocator(files, request).locate();
    return new AnatomyAssembly(paths, entries, notes, canaries, request).of(parts);
  }

  private ArchiveFiles files(BlobReader blobs) throws IOException {
    ArchiveFiles files = new ArchiveFiles();
    WatchedStream source = new WatchedStream(archive);
    TarReader tar = new TarReader(source);
    String reading = "";
    try {
      for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
        reading = entry.nameText();
        add(files, entry, blobs, tar);
      }
    } catch (LimitException e) {
      throw new ImageArchiveException(Reason.LIMIT, "the image is refused: " + e.getMessage(), e);
    } catch (TarException e) {
      Reason reason = e.isTruncated() ? Reason.TRUNCATED : Reason.MALFORMED;
      throw new ImageArchiveException(reason, damaged(reading) + e.getMessage(), e);
    } catch (IOException e) {
      if (source.hasFailed()) {
        throw e;
      }
      // what a decompressor says of its input
      throw new ImageArchiveException(
          Reason.MALFORMED, damaged(reading) + "is not well compressed: " + e.getMessage(), e);
    }
    if (!tar.isClosed()) {
      throw new ImageArchiveException(
          Reason.TRUNCATED, damaged(reading) + "ends without an end mark");
    }
    source.drain();
    return files;
  }

  private static void add(ArchiveFiles files, TarEntry entry, BlobReader blobs, TarReader tar)
      throws IOException {
    String path = entry.nameText();
    switch (entry.type()) {
      case FILE -> {
        Blob blob = blobs.read(tar.contentStream(), entry.storedSize());
        if (blob != null) {
          files.put(path, blob);
        }
      }
      case SYMBOLIC_LINK -> files.putLink(path, entry.linkText(), true);
      case HARD_LINK -> files.putLink(path, entry.linkText(), false);
      default -> {}
    }
  }

  private static String damaged(String reading) {
    return reading.isEmpty()
        ? "the image archive is damaged: it "
        : "the image archive is damaged in " + reading + ": it ";
  }

  /** Tells the stream's own failures from those of what is in it. */
  private static final class WatchedStream extends InputStream {

    private final InputStream in;
    private boolean failed;

    WatchedStream(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      failed = true;
      int count = in.read(target, offset, length);
      failed = false;
      return count;
    }

    boolean hasFailed() {
      return failed;
    }

    /** Read to the end: a writer must not find its pipe closed while it fills the last record. */
    void drain() throws IOException {
      byte[] rest = new byte[64 * 1024];
      int count = read(rest, 0, rest.length);
      while (count > 0) {
        count = read(rest, 0, rest.length);
      }
    }
  }
}
