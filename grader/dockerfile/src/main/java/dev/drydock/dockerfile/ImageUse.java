package dev.drydock.dockerfile;

import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.stage.ImageReference;
import dev.drydock.dockerfile.stage.Stage;

/**
 * An image from outside that a build of the file would fetch.
 *
 * @param instruction the FROM, COPY or RUN that names it; of an ONBUILD the one inside
 * @param stage the stage it is used in
 */
public record ImageUse(ImageReference image, Instruction instruction, Stage stage) {

  public int line() {
    return instruction.startLine();
  }
}
