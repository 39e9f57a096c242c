package dev.drydock.check.image;

import dev.drydock.check.CheckInput;
import dev.drydock.check.Layers;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.SizeLimitedCheck;
import dev.drydock.image.ByteSize;
import dev.drydock.image.anatomy.DuplicateContent;
import dev.drydock.image.anatomy.WastedPath;
import java.util.Map;
import java.util.Optional;

/**
 * I04: bytes in own layers that a later layer overwrites or removes, and equal content under
 * several paths. The default limit is 1 MB: package managers rewrite some of their small files in
 * each RUN.
 */
public final class WasteBytes extends SizeLimitedCheck {

  public static final String ID = "I04";

  public static final String REMOVED = "removed";
  public static final String REPLACED = "replaced";
  public static final String METADATA = "metadata";
  public static final String METADATA_RUN = "metadata-run";
  public static final String DUPLICATE = "duplicate";

  private static final ByteSize USUAL_LIMIT = ByteSize.of(1_000_000);

  public WasteBytes() {
    super(ID, "waste.bytes", Need.ANY_IMAGE, USUAL_LIMIT);
  }

  @Override
  protected Outcome judge(CheckInput input, long limit) {
    Waste waste = Waste.of(input.anatomy());
    Measurement measurement = Measurement.ofBytes(waste.totalBytes(), limit);
    if (waste.totalBytes() <= limit) {
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
      return worst.kind() == WastedPath.Kind.REMOVED ? REMOVED : REPLACED;
    }
    if (!layers.asksForOwnerOrMode(worst.hiddenLayer())) {
      // a program that touches files in passing: `npm prune`
      return REPLACED;
    }
    // if a RUN wrote the files, no COPY could set their owner
    return layers.isRun(worst.addedLayer()) ? METADATA_RUN : METADATA;
  }

  private static Outcome duplicate(
      CheckInput input, Measurement measurement, DuplicateContent worst) {
    DuplicateContent.Copy first = worst.paths().get(0);
    DuplicateContent.Copy last = worst.paths().get(worst.paths().size() - 1);
    return Outcome.failed(
        measurement,
        DUPLICATE,
        Map.of(
            "bytes", ByteSize.of(worst.savedBytes()).toString(),
            "path", first.path(),
            "copy", last.path(),
            "added", input.layers().where(last.layer())),
        input.layers().line(last.layer()));
  }
}
