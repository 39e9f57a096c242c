package dev.drydock.check.image;

import dev.drydock.check.Asked;
import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Reason;
import dev.drydock.check.Shown;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.image.ByteSize;
import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.image.anatomy.ImageLayer;
import java.util.Map;
import java.util.Optional;

/**
 * I01: the sum of the unpacked layer entries against the exercise's limit. Bands above the limit
 * are the rubric's.
 */
public final class SizeMax extends CatalogueCheck {

  public SizeMax() {
    super("I01", "size.max", Need.IMAGE);
  }

  @Override
  public Optional<Reason> exempt(ImageSpec image, CheckRule rule) {
    return rule.max() == null ? Optional.of(Reason.NO_LIMIT) : Optional.empty();
  }

  @Override
  public Asked asked(ImageSpec image, CheckRule rule) {
    ByteSize max = rule.max();
    return max == null ? Asked.PLAIN : Asked.of("limited", "limit", Shown.limit(max));
  }

  @Override
  public Outcome judge(CheckInput input) {
    ImageAnatomy image = input.anatomy();
    long limit = Optional.ofNullable(input.rule().max()).orElseThrow().bytes();
    Measurement measurement = Measurement.ofBytes(image.sizeBytes(), limit);
    Map<String, String> values = Map.of("compressed", shown(image.compressedBytes()));
    if (image.sizeBytes() <= limit) {
      return Outcome.passed(measurement, "compressed", values);
    }
    long base = image.sizeBytes() - image.ownBytes();
    if (base > limit) {
      return Outcome.failed(
          measurement,
          "base",
          Map.of("base", shown(base), "compressed", shown(image.compressedBytes())),
          input.finalStage().fromLine());
    }
    ImageLayer heaviest = Heaviest.ownLayer(image).orElseThrow();
    return Outcome.failed(
        measurement,
        "own",
        Map.of(
            "over", shown(image.sizeBytes() - limit),
            "where", input.layers().where(heaviest.index()),
            "bytes", shown(heaviest.bytes()),
            "compressed", shown(image.compressedBytes())),
        input.layers().line(heaviest.index()));
  }

  private static String shown(long bytes) {
    return ByteSize.of(bytes).toString();
  }
}
