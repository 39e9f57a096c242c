package dev.drydock.image.content;

import dev.drydock.image.tar.ContentSink;
import java.util.BitSet;

/**
 * Looks for canaries in one file after the other, each handed over in slices; a value that lies
 * across two slices is found too.
 */
final class CanaryScan implements ContentSink {

  private final CanaryMatcher matcher;
  private final int overlap;
  private final byte[] seam;
  private int tail;
  private final BitSet found = new BitSet();

  CanaryScan(CanaryMatcher matcher) {
    this.matcher = matcher;
    this.overlap = Math.max(0, matcher.longest() - 1);
    this.seam = new byte[2 * overlap];
  }

  /** Begin a new file. */
  void reset() {
    tail = 0;
    found.clear();
  }

  @Override
  public void accept(byte[] buffer, int offset, int length) {
    if (matcher.isEmpty() || found.cardinality() == matcher.count()) {
      return;
    }
    int head = Math.min(overlap, length);
    if (tail > 0) {
      System.arraycopy(buffer, offset, seam, tail, head);
      matcher.find(seam, 0, tail + head, found);
    }
    matcher.find(buffer, offset, offset + length, found);
    keepTail(buffer, offset, length, head);
  }

  private void keepTail(byte[] buffer, int offset, int length, int head) {
    if (length >= overlap) {
      System.arraycopy(buffer, offset + length - overlap, seam, 0, overlap);
      tail = overlap;
      return;
    }
    if (tail == 0) {
      System.arraycopy(buffer, offset, seam, 0, length);
    }
    int known = tail + head;
    int drop = Math.max(0, known - overlap);
    System.arraycopy(seam, drop, seam, 0, known - drop);
    tail = known - drop;
  }

  /** Numbers of the values found in this file so far. */
  BitSet found() {
    return found;
  }
}
