package dev.drydock.check.dockerfile;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.stage.ImageReference;
import dev.drydock.dockerfile.stage.Origin;
import java.util.List;

/** The external images that a Dockerfile's FROMs name, each with its line. */
record StageBase(ImageReference image, int line) {

  /** In the order of the file; stages and scratch do not count. */
  static List<StageBase> of(Dockerfile dockerfile) {
    return dockerfile.stages().stream()
        .filter(stage -> stage.parent() instanceof Origin.OfImage)
        .map(stage -> new StageBase(((Origin.OfImage) stage.parent()).image(), stage.startLine()))
        .toList();
  }
}
