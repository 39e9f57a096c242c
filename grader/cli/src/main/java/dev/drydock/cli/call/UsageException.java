package dev.drydock.cli.call;

/** The call is wrong. The message is one line: what is wrong, where, and what was expected. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
