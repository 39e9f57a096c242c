package dev.drydock.cli.call;

import dev.drydock.verdict.SubmissionResult;

/** The process's exit codes; scripts rely on them. */
public final class ExitCode {

  /** Every required check passed, or the command did its work. */
  public static final int PASSED = 0;

  /** Graded and not passed, or not gradable. */
  public static final int NOT_PASSED = 1;

  /** The call is wrong: an unknown exercise, no such folder, a broken exercise.yaml. */
  public static final int USAGE = 2;

  /** Not graded: no engine, registry unreachable, disk full. */
  public static final int INFRASTRUCTURE = 3;

  private ExitCode() {}

  public static int of(SubmissionResult result) {
    return switch (result.state()) {
      case GRADED -> result.passed() ? PASSED : NOT_PASSED;
      case NOT_GRADABLE -> NOT_PASSED;
      case NOT_GRADED -> INFRASTRUCTURE;
    };
  }
}
