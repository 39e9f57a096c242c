package dev.drydock.engine.host;

/** Thrown when the line to the engine broke, or there is none. */
public final class EngineUnreachable extends InfrastructureException {

  private static final long serialVersionUID = 1L;

  EngineUnreachable(Throwable cause) {
    super("the engine cannot be reached: " + Engine.firstLine(root(cause)), cause);
  }

  private static Throwable root(Throwable e) {
    return e.getCause() == null ? e : root(e.getCause());
  }
}
