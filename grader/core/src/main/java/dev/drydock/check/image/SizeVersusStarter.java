package dev.drydock.check.image;

import dev.drydock.check.Asked;
import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Reason;
import dev.drydock.check.Shown;
import dev.drydock.evidence.StarterEvidence;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.image.ByteSize;
import dev.drydock.image.anatomy.ImageAnatomy;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** I02: the size as a share of the starter's, both built by the same engine. */
public final class SizeVersusStarter extends CatalogueCheck {

  public SizeVersusStarter() {
    super("I02", "size.vs-starter", Need.STARTER);
  }

  @Override
  public Optional<Reason> exempt(ImageSpec image, CheckRule rule) {
    return rule.maxRatio() == null ? Optional.of(Reason.NO_LIMIT) : Optional.empty();
  }

  @Override
  public Asked asked(ImageSpec image, CheckRule rule) {
    Double ratio = rule.maxRatio();
    return ratio == null
        ? Asked.PLAIN
        : Asked.of(rule.ownBytes() ? "own" : "whole", "limit", Shown.percent(ratio));
  }

  @Override
  public Outcome judge(CheckInput input) {
    ImageAnatomy image = input.anatomy();
    StarterEvidence starter = Objects.requireNonNull(input.evidence().starter());
    double limit = Optional.ofNullable(input.rule().maxRatio()).orElseThrow();
    boolean own = input.rule().ownBytes();
    long now = own ? image.ownBytes() : image.sizeBytes();
    long before = own ? starter.ownBytes() : starter.sizeBytes();
    if (before == 0) {
      return new Outcome.Errored("the starter has no bytes to compare with");
    }
    double ratio = (double) now / before;
    Measurement measurement =
        new Measurement(
            Shown.percent(ratio) + " (" + shown(now) + " of " + shown(before) + ")",
            Shown.percent(limit),
            ratio,
            limit);
    if (ratio <= limit) {
      return Outcome.passed(
          measurement, "saved", Map.of("saved", shown(Math.max(0, before - now))));
    }
    return failed(input, measurement, now - (long) (before * limit));
  }

  private static Outcome failed(CheckInput input, Measurement measurement, long excess) {
    ImageAnatomy image = input.anatomy();
    long base = image.sizeBytes() - image.ownBytes();
    boolean baseWeighsMost = !input.rule().ownBytes() && base > image.ownBytes();
    var heaviest = Heaviest.ownLayer(image);
    if (baseWeighsMost || heaviest.isEmpty()) {
      return Outcome.failed(
          measurement,
          "base",
          Map.of("excess", shown(excess), "base", shown(base)),
          input.finalStage().fromLine());
    }
    int layer = heaviest.get().index();
    return Outcome.failed(
        measurement,
        "own",
        Map.of(
            "subject", input.rule().ownBytes() ? "What your Dockerfile adds" : "The image",
            "excess", shown(excess),
            "where", input.layers().where(layer),
            "bytes", shown(heaviest.get().bytes())),
        input.layers().line(layer));
  }

  private static String shown(long bytes) {
    return ByteSize.of(bytes).toString();
  }
}
