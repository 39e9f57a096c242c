package dev.drydock.check.dockerfile;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Shown;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** D02: every external FROM, its ARGs resolved, has a tag other than latest, or a digest. */
public final class BaseTagged extends CatalogueCheck {

  public static final String ID = "D02";

  public static final String NO_TAG = "no-tag";
  public static final String LATEST = "latest";

  public BaseTagged() {
    super(ID, "base.tagged", Need.PARSED);
  }

  @Override
  public Outcome judge(CheckInput input) {
    List<StageBase> bases = StageBase.of(input.dockerfile());
    Measurement measurement = measured(bases);
    Optional<StageBase> unpinned =
        bases.stream().filter(base -> base.image().isUnpinned()).findFirst();
    return unpinned
        .map(
            base ->
                Outcome.failed(
                    measurement,
                    base.image().tag() == null ? NO_TAG : LATEST,
                    Map.of("image", base.image().familiar(), "name", base.image().familiarName()),
                    base.line()))
        .orElseGet(() -> Outcome.passed(measurement));
  }

  private static Measurement measured(List<StageBase> bases) {
    List<String> names = bases.stream().map(base -> base.image().familiar()).distinct().toList();
    return Measurement.of(names.isEmpty() ? "no image" : Shown.list(names, 4), "a tag each");
  }
}
