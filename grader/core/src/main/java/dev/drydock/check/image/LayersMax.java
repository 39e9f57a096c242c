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
import dev.drydock.image.anatomy.ImageLayer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** I03: the number of layers above the base that hold something. */
public final class LayersMax extends CatalogueCheck {

  public LayersMax() {
    super("I03", "layers.max", Need.IMAGE);
  }

  @Override
  public Optional<Reason> exempt(ImageSpec image, CheckRule rule) {
    return rule.maxCount() == null ? Optional.of(Reason.NO_LIMIT) : Optional.empty();
  }

  @Override
  public Asked asked(ImageSpec image, CheckRule rule) {
    Integer max = rule.maxCount();
    return max == null ? Asked.PLAIN : Asked.of("limited", "limit", Shown.count(max, "layer"));
  }

  @Override
  public Outcome judge(CheckInput input) {
    int limit = Optional.ofNullable(input.rule().maxCount()).orElseThrow();
    List<Integer> own =
        input.anatomy().layers().stream()
            .filter(layer -> !layer.base() && layer.entries() > 0)
            .map(ImageLayer::index)
            .toList();
    Measurement measurement =
        new Measurement(
            Shown.count(own.size(), "layer"),
            Integer.toString(limit),
            (double) own.size(),
            (double) limit);
    if (own.size() <= limit) {
      return Outcome.passed(measurement);
    }
    return Outcome.failed(
        measurement,
        "too-many",
        Map.of("layers", Shown.list(own.stream().map(input.layers()::where).toList(), 6)),
        input.layers().line(own.get(limit)));
  }
}
