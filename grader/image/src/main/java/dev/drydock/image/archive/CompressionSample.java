package dev.drydock.image.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Deflater;

/**
 * Passes a layer through and estimates what gzip would make of it, from samples: compressing all
 * would take ten times as long as all the rest, and even a quarter of a small image as long as
 * reading it. The layer is cut into segments: 24 KiB at its beginning, then 256 KiB, longer further
 * on. Of each the first 24 KiB are kept: most of it fills the compressor's window, as if it had
 * come that far, the rest is compressed and stands for the segment. Measured on eight images of 4
 * MB to 1 GB the sum is within 6 % of {@code gzip -6}, 3 % on average.
 */
final class CompressionSample extends InputStream {

  private static final int WINDOW = 16 << 10;
  private static final int SAMPLE = WINDOW + (8 << 10);
  private static final int SEGMENT = 256 << 10;
  private static final int SEGMENTS_PER_DOUBLING = 32;

  private final InputStream in;
  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private final byte[] sample = new byte[SAMPLE];
  private final byte[] output = new byte[SAMPLE];
  private long position;
  private long segmentStart;
  private long segmentEnd = SAMPLE;
  private int kept;
  private double estimate;

  CompressionSample(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    int at = 0;
    while (at < count) {
      int part = (int) Math.min(segmentEnd - position, count - at);
      int wanted = Math.min(part, SAMPLE - kept);
      System.arraycopy(target, offset + at, sample, kept, wanted);
      kept += wanted;
      at += part;
      position += part;
      if (position == segmentEnd) {
        endSegment();
      }
    }
    return count;
  }

  /** Bytes the layer would take; nothing can be read from this any more. */
  long estimate() {
    endSegment();
    deflater.end();
    return Math.round(estimate);
  }

  private void endSegment() {
    int window = segmentStart == 0 || kept <= WINDOW ? 0 : WINDOW;
    if (kept > 0) {
      double ratio = (double) compressed(window) / (kept - window);
      estimate += ratio * (position - segmentStart);
    }
    segmentStart = position;
    segmentEnd = position + Math.max(SEGMENT, position / SEGMENTS_PER_DOUBLING);
    kept = 0;
  }

  private int compressed(int window) {
    deflater.reset();
    if (window > 0) {
      deflater.setDictionary(sample, 0, window);
    }
    deflater.setInput(sample, window, kept - window);
    deflater.finish();
    int bytes = 0;
    while (!deflater.finished()) {
      bytes += deflater.deflate(output);
    }
    return bytes;
  }
}
