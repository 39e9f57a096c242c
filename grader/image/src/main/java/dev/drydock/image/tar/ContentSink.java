package dev.drydock.image.tar;

import java.io.IOException;

/** Takes a file's bytes slice by slice. The array is the reader's own: copy what is kept. */
@FunctionalInterface
public interface ContentSink {
  void accept(byte[] buffer, int offset, int length) throws IOException;
}
