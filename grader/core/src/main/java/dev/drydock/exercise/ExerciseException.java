package dev.drydock.exercise;

/** Something about an exercise that its author or the caller has to put right. */
public sealed class ExerciseException extends RuntimeException
    permits InvalidExercise, UnknownExercise {

  private static final long serialVersionUID = 1L;

  ExerciseException(String message) {
    super(message);
  }
}
