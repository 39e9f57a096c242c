package dev.drydock.image.request;

import java.io.IOException;

/**
 * The archive cannot be read. Trouble with the stream itself stays an {@link IOException} of its
 * own.
 */
public final class ImageArchiveException extends IOException {

  private static final long serialVersionUID = 1L;

  /** What is wrong with the archive. */
  public enum Reason {
    /** It ends too early: whoever wrote it was interrupted. */
    TRUNCATED,
    /** It is not what it should be. */
    MALFORMED,
    /** The image or a part of it is not in the archive. */
    INCOMPLETE,
    /** It holds more than {@link ImageLimits} allow: the image's own doing. */
    LIMIT
  }

  private final Reason reason;

  public ImageArchiveException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public ImageArchiveException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
