package dev.drydock.cli;

/** The call is wrong. The message is one line: what, where, what was expected. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
