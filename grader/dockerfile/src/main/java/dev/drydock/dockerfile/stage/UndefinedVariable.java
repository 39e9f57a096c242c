package dev.drydock.dockerfile.stage;

import dev.drydock.dockerfile.instruction.Instruction;
import org.jspecify.annotations.Nullable;

/**
 * A variable that is used and nowhere set, so that it is silently empty.
 *
 * @param mayComeFromBase the base image is an external one whose environment is not known here and
 *     might set it
 * @param related a line that explains it: where the name is declared out of reach; 0 when none
 * @param suggestion a similar name that is set, for {@link Reason#MISSPELT}
 */
public record UndefinedVariable(
    String name,
    Instruction instruction,
    Reason reason,
    boolean mayComeFromBase,
    int related,
    @Nullable String suggestion) {

  /** Why it is not set. */
  public enum Reason {
    /** An ARG before the first FROM, not declared again in the stage. */
    GLOBAL_ONLY,
    /** Used in a FROM and declared inside a stage. */
    INSIDE_STAGE,
    /** Declared in another stage. */
    OTHER_STAGE,
    /** Declared further down in the same stage. */
    LATER,
    /** A similar name is set. */
    MISSPELT,
    /** Nothing of that name anywhere. */
    UNKNOWN
  }

  public int line() {
    return instruction.startLine();
  }
}
