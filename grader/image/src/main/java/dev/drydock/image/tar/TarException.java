package dev.drydock.image.tar;

import java.io.IOException;

/** The bytes are not a tar archive, or end before it does. */
public final class TarException extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean truncated;

  private TarException(String message, boolean truncated) {
    super(message);
    this.truncated = truncated;
  }

  static TarException malformed(String what, long offset) {
    return new TarException(what + " at byte " + offset, false);
  }

  static TarException truncated(String what, long offset) {
    return new TarException("ends in the middle of " + what + " at byte " + offset, true);
  }

  /** Whether the archive merely ends too early. */
  public boolean isTruncated() {
    return truncated;
  }
}
