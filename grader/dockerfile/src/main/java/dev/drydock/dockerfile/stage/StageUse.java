package dev.drydock.dockerfile.stage;

import dev.drydock.dockerfile.instruction.Instruction;

/**
 * Files taken from a stage or an image by {@code COPY --from} or a mount.
 *
 * @param instruction the COPY or RUN
 * @param kind how they are taken
 * @param written what stands in the file: a name, a number, an image
 * @param origin what that refers to
 */
public record StageUse(Instruction instruction, Kind kind, String written, Origin origin) {

  /** How files are taken. */
  public enum Kind {
    /** By {@code COPY --from}. */
    COPY,
    /** By {@code RUN --mount=from=…}. */
    MOUNT
  }

  /** {@return whether a COPY names the stage by its number} */
  public boolean byNumber() {
    return kind == Kind.COPY && written.matches("[+-]?[0-9]+");
  }
}
