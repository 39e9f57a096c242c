package dev.drydock.dockerfile.source;

import dev.drydock.dockerfile.source.ProblemCode.Severity;

/**
 * Something wrong in a Dockerfile.
 *
 * @param line counted from 1
 * @param code the kind of problem
 * @param severity an error where the builder refuses the file, a warning where it goes on, a limit
 *     where this library reads no further
 * @param message what was found: a clause without a full stop
 * @param hint the next step: a sentence; empty when the message says it all
 */
public record Problem(int line, ProblemCode code, Severity severity, String message, String hint) {

  /** {@return whether the builder refuses the file because of it} */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
