package dev.drydock.batch.store;

/** A RUN folder cannot be used as asked; the message is one line for people. */
public final class RunFolderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RunFolderException(String message) {
    super(message);
  }
}
