package dev.drydock.engine.host;

/**
 * Thrown when something of a run's was ended or removed in the engine by somebody else, while it
 * was in use. It says nothing about what was looked at: that is looked at again.
 */
public class Interference extends InfrastructureException {

  private static final long serialVersionUID = 1L;

  public Interference(String message) {
    super(message);
  }

  public Interference(String message, Throwable cause) {
    super(message, cause);
  }
}
