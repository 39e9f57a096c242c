package dev.drydock.check.image;

import dev.drydock.evidence.ImageEvidence;
import dev.drydock.evidence.LayerEvidence;
import java.util.Comparator;
import java.util.Optional;

/** What to look at first. */
final class Heaviest {

  private Heaviest() {}

  /** The heaviest layer above the base, the first of equals. */
  static Optional<LayerEvidence> ownLayer(ImageEvidence image) {
    return image.layers().stream()
        .filter(layer -> !layer.base())
        .max(
            Comparator.comparingLong(LayerEvidence::bytes)
                .thenComparing(LayerEvidence::index, Comparator.reverseOrder()));
  }
}
