package dev.drydock.engine.host;

/**
 * The grading system failed: the engine is gone, a registry is unreachable, the disk is full. Never
 * the student's fault, never a zero. The message is one line for a person.
 */
public class InfrastructureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InfrastructureException(String message) {
    super(message);
  }

  public InfrastructureException(String message, Throwable cause) {
    super(message, cause);
  }
}
