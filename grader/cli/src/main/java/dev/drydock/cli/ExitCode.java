package dev.drydock.cli;

import dev.drydock.grade.SubmissionResult;

/** What the process says when it ends; scripts rely on it. */
final class ExitCode {

  /** Every required check passed, or the command did what it was asked to. */
  static final int PASSED = 0;

  /** Graded and not passed, or not gradable. */
  static final int NOT_PASSED = 1;

  /** The call is wrong: an unknown exercise, no such folder, a broken exercise.yaml. */
  static final int USAGE = 2;

  /** Not graded: no engine, registry unreachable, disk full. */
  static final int INFRASTRUCTURE = 3;

  private ExitCode() {}

  static int of(SubmissionResult result) {
    return switch (result.state()) {
      case GRADED -> result.passed() ? PASSED : NOT_PASSED;
      case NOT_GRADABLE -> NOT_PASSED;
      case NOT_GRADED -> INFRASTRUCTURE;
    };
  }
}
