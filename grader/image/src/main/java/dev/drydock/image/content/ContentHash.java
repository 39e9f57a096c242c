package dev.drydock.image.content;

import dev.drydock.image.tar.ContentSink;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Tells files of equal size apart: two independent checksums, 64 bits together, both computed by
 * the processor at many gigabytes a second. It is no protection against forgery, which would gain
 * nothing: an equal hash only makes a file count as a copy.
 */
final class ContentHash implements ContentSink {

  private final CRC32 first = new CRC32();
  private final CRC32C second = new CRC32C();

  void reset() {
    first.reset();
    second.reset();
  }

  @Override
  public void accept(byte[] buffer, int offset, int length) {
    first.update(buffer, offset, length);
    second.update(buffer, offset, length);
  }

  long value() {
    return first.getValue() << 32 | second.getValue();
  }
}
