package dev.drydock.pipeline;

/** A project of the student's own that lacks what grading needs. The message is for the student. */
final class UngradableProject extends Exception {

  private static final long serialVersionUID = 1L;

  UngradableProject(String message) {
    super(message);
  }
}
