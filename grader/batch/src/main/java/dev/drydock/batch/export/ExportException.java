package dev.drydock.batch.export;

/** An export cannot be made from what was given; the message is one line for people. */
public final class ExportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ExportException(String message) {
    super(message);
  }
}
