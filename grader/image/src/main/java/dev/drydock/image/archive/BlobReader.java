package dev.drydock.image.archive;

import com.github.luben.zstd.ZstdInputStream;
import dev.drydock.image.layers.LayerReader;
import dev.drydock.image.layers.LimitException;
import dev.drydock.image.request.ImageLimits;
import dev.drydock.image.tar.TarReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file of the archive as it streams by. What it is, and how it is compressed, is told by
 * its first bytes: names and media types are known only later, or never.
 */
public final class BlobReader {

  private static final int START = 512;

  private final LayerReader layers;
  private final ImageLimits limits;
  private long unpackedBytes;
  private long documentBytes;

  public BlobReader(LayerReader layers, ImageLimits limits) {
    this.layers = layers;
    this.limits = limits;
  }

  /**
   * Read the file, at least as far as its kind needs.
   *
   * @return null when it is neither a layer nor JSON
   */
  public @Nullable Blob read(InputStream content, long storedBytes) throws IOException {
    byte[] start = content.readNBytes(START);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), content);
    if (startsWith(start, 0x1f, 0x8b)) {
      return compressed(new GzipCompressorInputStream(whole, true), storedBytes);
    }
    if (startsWith(start, 0x28, 0xb5, 0x2f, 0xfd) || isSkippableFrame(start)) {
      return compressed(new ZstdInputStream(whole), storedBytes);
    }
    if (TarReader.isTar(start, start.length)) {
      CompressionSample sample = new CompressionSample(limited(whole));
      var layer = layers.read(sample);
      // how much of the padding after it has been read by now is chance
      sample.transferTo(OutputStream.nullOutputStream());
      return new Blob.LayerBlob(layer, sample.estimate());
    }
    return isJson(start) ? document(whole, storedBytes) : null;
  }

  private @Nullable Blob compressed(InputStream decompressed, long storedBytes) throws IOException {
    InputStream content = limited(decompressed);
    byte[] start = content.readNBytes(START);
    if (!TarReader.isTar(start, start.length)) {
      return null;
    }
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), content);
    return new Blob.LayerBlob(layers.read(whole), storedBytes);
  }

  private Blob document(InputStream content, long storedBytes) throws IOException {
    documentBytes += storedBytes;
    if (documentBytes > limits.documentBytes()) {
      throw new LimitException(
          "its JSON documents take more than " + limits.documentBytes() + " bytes");
    }
    return new Blob.Document(content.readAllBytes());
  }

  private InputStream limited(InputStream in) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        unpackedBytes += Math.max(0, count);
        if (unpackedBytes > limits.unpackedBytes()) {
          throw new LimitException("it unpacks to more than " + limits.unpackedBytes() + " bytes");
        }
        return count;
      }
    };
  }

  private static boolean startsWith(byte[] start, int... magic) {
    if (start.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((start[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** A zstd file may begin with a frame that holds no data: 50 to 5f, 2a 4d 18. */
  private static boolean isSkippableFrame(byte[] start) {
    return start.length >= 4
        && (start[0] & 0xf0) == 0x50
        && start[1] == 0x2a
        && start[2] == 0x4d
        && start[3] == 0x18;
  }

  private static boolean isJson(byte[] start) {
    for (byte b : start) {
      if (b == '{' || b == '[') {
        return true;
      }
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return false;
  }
}
