package dev.drydock.check.image;

import dev.drydock.check.Asked;
import dev.drydock.check.CheckInput;
import dev.drydock.check.ConfiguredCheck;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Reason;
import dev.drydock.check.Shown;
import dev.drydock.exercise.settings.CheckSettings;
import dev.drydock.exercise.settings.Setting;
import dev.drydock.exercise.settings.SettingSchema;
import dev.drydock.exercise.settings.SettingsForm;
import dev.drydock.image.anatomy.ImageLayer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** I03: the number of non-empty layers above the base. */
public final class LayersMax extends ConfiguredCheck<LayersMax.Settings> {

  public static final String ID = "I03";

  public static final String TOO_MANY = "too-many";
  public static final String ASKED_LIMITED = "limited";
  public static final String LIMIT_COUNT = "count";

  private static final SettingsForm<Settings> FORM =
      SettingsForm.of(Settings.class, Setting.needed("maxCount", SettingSchema.COUNT));

  public LayersMax() {
    super(ID, "layers.max", Need.IMAGE, FORM);
  }

  /**
   * @param maxCount largest number allowed
   */
  public record Settings(@Nullable Integer maxCount) implements CheckSettings {}

  @Override
  protected Optional<Reason> exempt(Settings settings) {
    return settings.maxCount() == null ? Optional.of(Reason.NO_LIMIT) : Optional.empty();
  }

  @Override
  protected Asked asked(Settings settings) {
    Integer max = settings.maxCount();
    return max == null ? Asked.PLAIN : Asked.of(ASKED_LIMITED, "limit", Shown.count(max, "layer"));
  }

  @Override
  protected List<Asked> limits(Settings settings) {
    Integer max = settings.maxCount();
    return max == null ? List.of() : List.of(Asked.of(LIMIT_COUNT, "limit", max));
  }

  @Override
  protected Outcome judge(CheckInput input, Settings settings) {
    int limit = Optional.ofNullable(settings.maxCount()).orElseThrow();
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
        TOO_MANY,
        Map.of("layers", Shown.list(own.stream().map(input.layers()::where).toList(), 6)),
        input.layers().line(own.get(limit)));
  }
}
