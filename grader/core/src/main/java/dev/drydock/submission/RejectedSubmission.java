package dev.drydock.submission;

/** The submission cannot be graded, for a reason that is the student's to put right. */
final class RejectedSubmission extends Exception {

  private static final long serialVersionUID = 1L;

  RejectedSubmission(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
