package dev.drydock.submission.folder;

/** The submission cannot be graded, for a reason that is the student's to put right. */
public final class RejectedSubmission extends Exception {

  private static final long serialVersionUID = 1L;

  public RejectedSubmission(String reason) {
    super(reason);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
