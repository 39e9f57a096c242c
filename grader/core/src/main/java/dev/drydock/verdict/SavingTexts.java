package dev.drydock.verdict;

import dev.drydock.attribution.LayerOrigin;
import dev.drydock.attribution.Saving;
import dev.drydock.check.CheckInput;
import dev.drydock.check.CheckTexts;
import dev.drydock.check.Layers;
import dev.drydock.check.Shown;
import dev.drydock.image.ByteSize;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What would make an image lighter, as sentences: the heaviest that are worth one. */
final class SavingTexts {

  private static final int MOST = 10;
  private static final long LEAST_BYTES = 10_000;

  private SavingTexts() {}

  static List<ImageResult.Saving> of(CheckInput input) {
    Layers layers = input.layers();
    return layers.savings(Set.copyOf(input.evidence().context().devPackages())).stream()
        .filter(saving -> saving.bytes() >= LEAST_BYTES)
        .limit(MOST)
        .map(saving -> sentence(saving, layers))
        .toList();
  }

  private static ImageResult.Saving sentence(Saving saving, Layers layers) {
    List<LayerOrigin> origins = saving.origins();
    String where = origins.isEmpty() ? "" : layers.where(origins.get(0).layer());
    String added = origins.size() < 2 ? where : layers.where(origins.get(1).layer());
    String text =
        CheckTexts.bundled()
            .saving(
                saving.kind(),
                Map.of(
                    "bytes", ByteSize.of(saving.bytes()).toString(),
                    "path", saving.path(),
                    "where", where,
                    "added", added,
                    "names", Shown.list(saving.names(), 5)));
    Integer line = origins.isEmpty() ? null : origins.get(0).line();
    return new ImageResult.Saving(saving.bytes(), line, Shown.capitalised(text));
  }
}
