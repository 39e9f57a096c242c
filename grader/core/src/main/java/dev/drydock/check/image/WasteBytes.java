package dev.drydock.check.image;

import dev.drydock.check.Asked;
import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Layers;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Shown;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.image.ByteSize;
import dev.drydock.image.anatomy.DuplicateContent;
import dev.drydock.image.anatomy.WastedPath;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * I04: bytes in own layers that a later layer overwrites or removes, and equal content under
 * several paths. Where the exercise sets no limit it is 1 MB: package managers rewrite small files
 * of theirs in each RUN.
 */
public final class WasteBytes extends CatalogueCheck {

  private static final ByteSize DEFAULT_LIMIT = ByteSize.of(1_000_000);

  public WasteBytes() {
    super("I04", "waste.bytes", Need.IMAGE);
  }

  @Override
  public Asked asked(ImageSpec image, CheckRule rule) {
    return Asked.of("limited", "limit", Shown.limit(limit(rule)));
  }

  @Override
  public Outcome judge(CheckInput input) {
    Waste waste = Waste.of(input.anatomy());
    Measurement measurement = Measurement.ofBytes(waste.totalBytes(), limit(input.rule()).bytes());
    if (waste.totalBytes() <= limit(input.rule()).bytes()) {
      return Outcome.passed(measurement);
    }
    Optional<Waste.Hidden> hidden = waste.worstHidden();
    Optional<DuplicateContent> duplicate = waste.worstDuplicate();
    long hiddenBytes = hidden.map(Waste.Hidden::bytes).orElse(0L);
    return duplicate.isPresent() && duplicate.get().savedBytes() > hiddenBytes
        ? duplicate(input, measurement, duplicate.get())
        : hidden(input, measurement, hidden.orElseThrow());
  }

  private static Outcome hidden(CheckInput input, Measurement measurement, Waste.Hidden worst) {
    return Outcome.failed(
        measurement,
        finding(worst, input.layers()),
        Map.of(
            "bytes", ByteSize.of(worst.bytes()).toString(),
            "path", worst.path(),
            "added", input.layers().where(worst.addedLayer()),
            "hidden", input.layers().where(worst.hiddenLayer())),
        input.layers().line(worst.hiddenLayer()));
  }

  private static String finding(Waste.Hidden worst, Layers layers) {
    if (worst.kind() != WastedPath.Kind.METADATA) {
      return worst.kind().name().toLowerCase(Locale.ROOT);
    }
    if (!layers.asksForOwnerOrMode(worst.hiddenLayer())) {
      // a program that touches files by the way: `npm prune`
      return "replaced";
    }
    // where a RUN wrote the files there is no COPY that could set their owner
    return layers.isRun(worst.addedLayer()) ? "metadata-run" : "metadata";
  }

  private static Outcome duplicate(
      CheckInput input, Measurement measurement, DuplicateContent worst) {
    DuplicateContent.Copy first = worst.paths().get(0);
    DuplicateContent.Copy last = worst.paths().get(worst.paths().size() - 1);
    return Outcome.failed(
        measurement,
        "duplicate",
        Map.of(
            "bytes", ByteSize.of(worst.savedBytes()).toString(),
            "path", first.path(),
            "copy", last.path(),
            "added", input.layers().where(last.layer())),
        input.layers().line(last.layer()));
  }

  private static ByteSize limit(CheckRule rule) {
    return Optional.ofNullable(rule.max()).orElse(DEFAULT_LIMIT);
  }
}
