package dev.drydock.verdict;

import dev.drydock.verdict.SubmissionResult.State;
import java.util.Locale;

/** What a submission comes to, and the words for it, wherever it is told. */
public enum Verdict {
  PASSED("passed", "passed", "passed"),
  NOT_PASSED("not passed", "not passed yet", "not yet"),
  /** The student's: there was nothing that could be graded. */
  NOT_GRADABLE("not gradable", "not gradable", "not gradable"),
  /** Ours: it was not graded. */
  NOT_GRADED("not graded", "not graded", "not graded");

  private final String words;
  private final String toStudent;
  private final String brief;

  Verdict(String words, String toStudent, String brief) {
    this.words = words;
    this.toStudent = toStudent;
    this.brief = brief;
  }

  public static Verdict of(SubmissionResult result) {
    return of(result.state(), result.passed());
  }

  public static Verdict of(State state, boolean passed) {
    return switch (state) {
      case GRADED -> passed ? PASSED : NOT_PASSED;
      case NOT_GRADABLE -> NOT_GRADABLE;
      case NOT_GRADED -> NOT_GRADED;
    };
  }

  /** For those who run a class: {@code not passed}. */
  public String words() {
    return words;
  }

  /** For the student, who may go on: {@code not passed yet}. */
  public String toStudent() {
    return toStudent;
  }

  /** The same at the beginning of a sentence. */
  public String toStudentAtTheBeginning() {
    return toStudent.substring(0, 1).toUpperCase(Locale.ROOT) + toStudent.substring(1);
  }

  /** For a column of a table: {@code not yet}. */
  public String brief() {
    return brief;
  }
}
