package dev.drydock.submission.classes;

/** The class as a whole cannot be read; the message is one line for the instructor. */
public final class UnreadableClass extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableClass(String message) {
    super(message);
  }
}
