package dev.drydock.image.request;

import java.io.IOException;

/**
 * An archive that cannot be read, or is refused. Failures of the stream itself are other {@link
 * IOException}s.
 */
public final class ImageArchiveException extends IOException {

  private static final long serialVersionUID = 1L;

  /** What is wrong with an archive. */
  public enum Reason {
    /** It ends too early: its writer was interrupted. */
    TRUNCATED,
    /** It is not an archive, or is damaged. */
    MALFORMED,
    /** The image, or a part of it, is not in the archive. */
    INCOMPLETE,
    /** It holds more than {@link ImageLimits} allow. */
    LIMIT
  }

  /** What is wrong with the archive. */
  private final Reason reason;

  /**
   * Report an archive.
   *
   * @param reason what is wrong
   * @param message the same in a sentence
   */
  public ImageArchiveException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /**
   * Report an archive because of another exception.
   *
   * @param reason what is wrong
   * @param message the same in a sentence
   * @param cause how it was noticed
   */
  public ImageArchiveException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** {@return what is wrong with the archive} */
  public Reason reason() {
    return reason;
  }
}
