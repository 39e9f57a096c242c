package dev.drydock.dockerfile.stage;

import dev.drydock.dockerfile.instruction.Instruction;
import org.jspecify.annotations.Nullable;

/**
 * A variable that is used but not set, and so silently empty.
 *
 * @param name without the dollar sign
 * @param instruction that uses it
 * @param reason why it is not set
 * @param mayComeFromBase whether the stage is built on an external image whose environment is not
 *     known and might set it
 * @param relatedLine a line that explains it, such as a declaration that is out of reach; 0 when
 *     there is none
 * @param suggestion a similar name that is set, for {@link Reason#MISSPELT}; null otherwise
 */
public record UndefinedVariable(
    String name,
    Instruction instruction,
    Reason reason,
    boolean mayComeFromBase,
    int relatedLine,
    @Nullable String suggestion) {

  /** Why it is not set. */
  public enum Reason {
    /** Declared by an ARG before the first FROM, but not again in the stage. */
    GLOBAL_ONLY,
    /** Used in a FROM, but declared inside a stage. */
    INSIDE_STAGE,
    /** Declared in another stage. */
    OTHER_STAGE,
    /** Declared only further down in the same stage. */
    LATER,
    /** A similar name is set. */
    MISSPELT,
    /** Nothing of that name is declared anywhere. */
    UNKNOWN
  }

  /** {@return the first line of the instruction} */
  public int line() {
    return instruction.startLine();
  }
}
