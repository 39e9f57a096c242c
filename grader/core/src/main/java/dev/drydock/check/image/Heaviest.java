package dev.drydock.check.image;

import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.image.anatomy.ImageLayer;
import java.util.Comparator;
import java.util.Optional;

/** What to look at first. */
final class Heaviest {

  private Heaviest() {}

  /** The heaviest layer above the base, the first of equals. */
  static Optional<ImageLayer> ownLayer(ImageAnatomy image) {
    return image.layers().stream()
        .filter(layer -> !layer.base())
        .max(
            Comparator.comparingLong(ImageLayer::bytes)
                .thenComparing(ImageLayer::index, Comparator.reverseOrder()));
  }
}
