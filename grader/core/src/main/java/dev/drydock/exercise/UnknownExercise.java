package dev.drydock.exercise;

/** There is no exercise of that id, folder name or path. */
public final class UnknownExercise extends ExerciseException {

  private static final long serialVersionUID = 1L;

  UnknownExercise(String message) {
    super(message);
  }
}
