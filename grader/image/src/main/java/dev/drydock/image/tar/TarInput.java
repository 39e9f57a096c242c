package dev.drydock.image.tar;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The stream under a {@link TarReader}: header blocks, each followed by the content that belongs to
 * it, padded to whole blocks.
 */
final class TarInput extends InputStream {

  static final int BLOCK = 512;
  private static final int BUFFER = 256 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;
  private long consumed;
  private long contentLeft;
  private int padding;

  TarInput(InputStream in) {
    this.in = in;
  }

  /** Bytes read so far. */
  long offset() {
    return consumed;
  }

  /** The next header block, null at the end of the stream. */
  byte @Nullable [] headerOrEnd() throws IOException {
    return position == limit && !fill() ? null : block("a header");
  }

  byte[] block(String what) throws IOException {
    byte[] block = new byte[BLOCK];
    int filled = 0;
    while (filled < BLOCK) {
      if (position == limit && !fill()) {
        throw TarException.truncated(what, consumed);
      }
      int length = Math.min(BLOCK - filled, limit - position);
      System.arraycopy(buffer, position, block, filled, length);
      advance(length);
      filled += length;
    }
    return block;
  }

  /** Say that so many bytes of content follow. */
  void beginContent(long size) {
    contentLeft = size;
    padding = (int) (-size & (BLOCK - 1));
  }

  void content(ContentSink sink) throws IOException {
    while (contentLeft > 0) {
      int length = inBuffer();
      sink.accept(buffer, position, length);
      take(length);
    }
  }

  /** Skip the content, to the next header. */
  void skipRest() throws IOException {
    while (contentLeft > 0) {
      take(inBuffer());
    }
    // the last file's padding may be cut off: nothing is lost
    while (padding > 0 && (position < limit || fill())) {
      int length = Math.min(padding, limit - position);
      advance(length);
      padding -= length;
    }
    padding = 0;
  }

  @Override
  public int read() throws IOException {
    if (contentLeft == 0) {
      return -1;
    }
    inBuffer();
    int value = buffer[position] & 0xff;
    take(1);
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (contentLeft == 0) {
      return -1;
    }
    int wanted = (int) Math.min(length, contentLeft);
    if (position == limit) {
      return readPastBuffer(target, offset, wanted);
    }
    int count = Math.min(wanted, limit - position);
    System.arraycopy(buffer, position, target, offset, count);
    take(count);
    return count;
  }

  @Override
  public int available() {
    return (int) Math.min(contentLeft, limit - position);
  }

  /** The reader of an inner archive has a buffer of its own: one copy is enough. */
  private int readPastBuffer(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    if (count <= 0) {
      throw TarException.truncated("a file", consumed);
    }
    consumed += count;
    contentLeft -= count;
    return count;
  }

  /** Bytes of the content that lie in the buffer, one at least. */
  private int inBuffer() throws IOException {
    if (position == limit && !fill()) {
      throw TarException.truncated("a file", consumed);
    }
    return (int) Math.min(contentLeft, limit - position);
  }

  private void take(int length) {
    advance(length);
    contentLeft -= length;
  }

  private void advance(int length) {
    position += length;
    consumed += length;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer, 0, BUFFER));
    return limit > 0;
  }
}
