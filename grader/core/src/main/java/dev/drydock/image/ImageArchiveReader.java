package dev.drydock.image;

import dev.drydock.evidence.ImageEvidence;
import dev.drydock.image.ImageArchiveException.Reason;
import dev.drydock.image.content.CanaryMatcher;
import dev.drydock.image.content.ContentInspector;
import dev.drydock.image.content.ContentNotes;
import dev.drydock.image.layers.EntryTable;
import dev.drydock.image.layers.LayerReader;
import dev.drydock.image.layers.LimitException;
import dev.drydock.image.layers.PathTree;
import dev.drydock.image.tar.TarEntry;
import dev.drydock.image.tar.TarException;
import dev.drydock.image.tar.TarReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * Reads an image's anatomy from what {@code docker save} writes: any engine's, any store's.
 *
 * <p>The archive is read once, from front to back, and never unpacked. Its order tells nothing in
 * advance (the configuration may follow the layers), so every layer is entered into compact tables
 * as it streams by, and put together at the end.
 */
public final class ImageArchiveReader {

  private final InputStream archive;
  private final ImageReadRequest request;

  /** Take the stream, which need not be buffered; closing it is the caller's. */
  public ImageArchiveReader(InputStream archive, ImageReadRequest request) {
    this.archive = archive;
    this.request = request;
  }

  /**
   * Read the archive to its end.
   *
   * @throws ImageArchiveException when it cannot be read, saying what is wrong with it
   * @throws IOException when the stream fails
   */
  public ImageEvidence read() throws IOException {
    ImageLimits limits = request.limits();
    PathTree paths = new PathTree(limits.nameBytes());
    EntryTable entries = new EntryTable(limits.entries(), limits.nameBytes());
    CanaryMatcher canaries = new CanaryMatcher(request.canaries());
    ContentNotes notes = new ContentNotes();
    LayerReader layers = new LayerReader(paths, entries, new ContentInspector(canaries, notes));
    ArchiveFiles files = files(new BlobReader(layers, limits));
    ImageParts parts = new ImageLocator(files, request).locate();
    return new Anatomy(paths, entries, notes, canaries, request).of(parts);
  }

  private ArchiveFiles files(BlobReader blobs) throws IOException {
    ArchiveFiles files = new ArchiveFiles();
    TarReader tar = new TarReader(archive);
    String reading = "";
    try {
      for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
        reading = entry.nameText();
        switch (entry.type()) {
          case FILE -> {
            Blob blob = blobs.read(tar.contentStream(), entry.storedSize());
            if (blob != null) {
              files.put(reading, blob);
            }
          }
          case SYMBOLIC_LINK -> files.putLink(reading, entry.linkText(), true);
          case HARD_LINK -> files.putLink(reading, entry.linkText(), false);
          default -> {}
        }
      }
    } catch (TarException e) {
      Reason reason = e.isTruncated() ? Reason.TRUNCATED : Reason.MALFORMED;
      throw new ImageArchiveException(reason, message(reading, e), e);
    } catch (LimitException e) {
      throw new ImageArchiveException(Reason.LIMIT, "the image is refused: " + e.getMessage(), e);
    } catch (ZipException e) {
      throw new ImageArchiveException(Reason.MALFORMED, message(reading, e), e);
    }
    drain();
    return files;
  }

  /** Whoever writes the archive must not find the pipe closed while padding it to full records. */
  private void drain() throws IOException {
    byte[] rest = new byte[64 * 1024];
    while (archive.read(rest) > 0) {
      // read on
    }
  }

  private static String message(String reading, IOException e) {
    return reading.isEmpty()
        ? "the image archive is damaged: it " + e.getMessage()
        : "the image archive is damaged in " + reading + ": it " + e.getMessage();
  }
}
