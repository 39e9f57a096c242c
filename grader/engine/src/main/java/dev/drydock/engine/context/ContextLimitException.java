package dev.drydock.engine.context;

import java.io.IOException;

/** A build context beyond the limits: the student's, not ours. The message is a sentence. */
public final class ContextLimitException extends IOException {

  private static final long serialVersionUID = 1L;

  ContextLimitException(String message) {
    super(message);
  }
}
