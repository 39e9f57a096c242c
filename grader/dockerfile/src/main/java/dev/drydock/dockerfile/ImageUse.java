package dev.drydock.dockerfile;

import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.stage.ImageReference;
import dev.drydock.dockerfile.stage.Stage;

/**
 * An external image that a build of the file would fetch.
 *
 * @param image its name, variables substituted
 * @param instruction the FROM, COPY or RUN that names it; for an ONBUILD, the one inside
 * @param stage the stage that uses it
 */
public record ImageUse(ImageReference image, Instruction instruction, Stage stage) {

  /** {@return the first line of the instruction} */
  public int line() {
    return instruction.startLine();
  }
}
