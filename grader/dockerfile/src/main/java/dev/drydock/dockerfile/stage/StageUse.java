package dev.drydock.dockerfile.stage;

import dev.drydock.dockerfile.instruction.Instruction;

/**
 * Files taken from a stage or an image by {@code COPY --from} or a mount.
 *
 * @param instruction the COPY or RUN
 * @param written as it stands in the file: a name, a number, an image
 */
public record StageUse(Instruction instruction, Kind kind, String written, Origin origin) {

  /** How it is used. */
  public enum Kind {
    COPY,
    MOUNT
  }

  /** Whether the stage is named by its number. */
  public boolean byNumber() {
    return kind == Kind.COPY && written.matches("[+-]?[0-9]+");
  }
}
