package dev.drydock.dockerfile.source;

import dev.drydock.dockerfile.source.ProblemCode.Severity;

/**
 * Something wrong in a Dockerfile.
 *
 * @param line counted from 1
 * @param severity error where the builder refuses the file, warning where it goes on
 * @param message what was found, one sentence without a full stop
 * @param hint the one next step, a sentence; empty when the message says it all
 */
public record Problem(int line, ProblemCode code, Severity severity, String message, String hint) {

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
