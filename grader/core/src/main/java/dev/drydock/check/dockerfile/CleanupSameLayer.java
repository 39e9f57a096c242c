package dev.drydock.check.dockerfile;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Layers;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.dockerfile.instruction.Run;
import dev.drydock.image.ByteSize;
import dev.drydock.image.anatomy.FileSystemFacts.CacheFolder;
import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.image.anatomy.WastedPath;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * D12: what a step leaves behind is removed in the same step. With an image, this is measured: it
 * fails when RUN lines hide more than 100 kB of their own bytes, or leave as much in caches; the
 * text says which lines. Without an image, the text alone decides.
 */
public final class CleanupSameLayer extends CatalogueCheck {

  public static final String ID = "D12";

  public static final String LATER = "later";
  public static final String HIDDEN = "hidden";
  public static final String ONLY_REMOVES = "only-removes";
  public static final String LEFT = "left";
  public static final String KEPT = "kept";

  private static final long TOLERATED = 100_000;

  public CleanupSameLayer() {
    super(ID, "run.cleanup-same-layer", Need.PARSED);
  }

  @Override
  public Outcome judge(CheckInput input) {
    List<Run> runs = input.finalStage().instructions(Run.class);
    ImageAnatomy image = input.evidence().anatomy();
    if (image == null) {
      return CleanupText.later(runs)
          .or(() -> CleanupText.onlyRemoves(runs))
          .or(() -> CleanupText.kept(runs))
          .orElseGet(Outcome::passed);
    }
    return hidden(input, image, runs)
        .or(() -> caches(input, image, runs))
        .orElseGet(Outcome::passed);
  }

  private static Optional<Outcome> hidden(CheckInput input, ImageAnatomy image, List<Run> runs) {
    List<WastedPath> removed =
        image.waste().stream()
            .filter(path -> path.kind() == WastedPath.Kind.REMOVED)
            .filter(path -> input.layers().isRun(path.hiddenLayer()))
            .sorted(Comparator.comparingLong(WastedPath::bytes).reversed())
            .toList();
    long bytes = removed.stream().mapToLong(WastedPath::bytes).sum();
    if (bytes <= TOLERATED) {
      return Optional.empty();
    }
    return CleanupText.later(runs)
        .or(() -> Optional.of(hidden(input.layers(), removed.get(0), bytes)));
  }

  private static Outcome hidden(Layers layers, WastedPath worst, long bytes) {
    return Outcome.failed(
        Measurement.ofBytes(bytes, TOLERATED),
        HIDDEN,
        Map.of(
            "hidden", layers.where(worst.hiddenLayer()),
            "added", layers.where(worst.addedLayer()),
            "bytes", ByteSize.of(bytes).toString(),
            "path", worst.path()),
        layers.line(worst.hiddenLayer()));
  }

  private static Optional<Outcome> caches(CheckInput input, ImageAnatomy image, List<Run> runs) {
    List<CacheFolder> caches = image.files().caches();
    long bytes = caches.stream().mapToLong(CacheFolder::bytes).sum();
    if (bytes <= TOLERATED) {
      return Optional.empty();
    }
    CacheFolder worst =
        caches.stream().max(Comparator.comparingLong(CacheFolder::bytes)).orElseThrow();
    return CleanupText.kept(runs).or(() -> Optional.of(left(input.layers(), worst, bytes)));
  }

  private static Outcome left(Layers layers, CacheFolder worst, long bytes) {
    return Outcome.failed(
        Measurement.ofBytes(bytes, TOLERATED),
        LEFT,
        Map.of(
            "where", layers.where(worst.layer()),
            "bytes", ByteSize.of(worst.bytes()).toString(),
            "path", worst.path()),
        layers.line(worst.layer()));
  }
}
