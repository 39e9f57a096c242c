package dev.drydock.exercise;

import java.nio.file.Path;

/**
 * A submission whose verdict is known beforehand.
 *
 * @param name unique in its exercise: {@code starter}, {@code reference}, or that of a near miss or
 *     sample
 * @param source what is handed in
 */
public record Fixture(Kind kind, String name, Path source, ExpectedVerdict expected) {

  /** What a fixture is kept for. */
  public enum Kind {
    STARTER,
    REFERENCE,
    /** Plausible, and wrong. */
    NEAR_MISS,
    /** Passes as the reference does, another way: a project of another kind. */
    SAMPLE
  }
}
