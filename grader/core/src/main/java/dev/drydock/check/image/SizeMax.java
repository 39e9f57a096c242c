package dev.drydock.check.image;

import dev.drydock.check.Asked;
import dev.drydock.check.Band;
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
import dev.drydock.image.ByteSize;
import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.image.anatomy.ImageLayer;
import dev.drydock.text.Points;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * I01: the sum of the unpacked layer entries against the exercise's limit. Bands above the limit
 * are the rubric's.
 */
public final class SizeMax extends ConfiguredCheck<SizeMax.Settings> {

  public static final String ID = "I01";

  public static final String OWN = "own";
  public static final String BASE = "base";
  public static final String NOTE_COMPRESSED = "compressed";
  public static final String ASKED_LIMITED = "limited";
  public static final String LIMIT_MAX = "max";

  private static final SettingSchema BANDS =
      new SettingSchema(
          """
          {"type": "array", "minItems": 1, "items": {
            "type": "object",
            "required": ["max", "points"],
            "additionalProperties": false,
            "properties": {"max": {"$ref": "#/$defs/size"}, "points": {"$ref": "#/$defs/points"}}}}
          """,
          "a list such as `[{max: 15 MB, points: 2}]`");

  private static final SettingsForm<Settings> FORM =
      SettingsForm.of(
              Settings.class,
              Setting.needed("max", SettingSchema.SIZE),
              Setting.optional("bands", BANDS))
          .where(SizeMax::bandsGrow);

  public SizeMax() {
    super(ID, "size.max", Need.IMAGE, FORM);
  }

  /**
   * @param max largest size allowed
   * @param bands sizes above it that still earn some of the points, smallest first
   */
  public record Settings(@Nullable ByteSize max, List<Band> bands) implements CheckSettings {
    public Settings {
      bands = bands == null ? List.of() : List.copyOf(bands);
    }
  }

  @Override
  public boolean variesWithBase() {
    return true;
  }

  @Override
  protected Optional<Reason> exempt(Settings settings) {
    return settings.max() == null ? Optional.of(Reason.NO_LIMIT) : Optional.empty();
  }

  @Override
  protected Asked asked(Settings settings) {
    ByteSize max = settings.max();
    return max == null ? Asked.PLAIN : Asked.of(ASKED_LIMITED, "limit", Shown.limit(max));
  }

  @Override
  protected List<Asked> limits(Settings settings) {
    ByteSize max = settings.max();
    return max == null ? List.of() : List.of(Asked.of(LIMIT_MAX, "limit", max));
  }

  @Override
  protected List<Band> bands(Settings settings) {
    return settings.bands();
  }

  @Override
  protected Outcome judge(CheckInput input, Settings settings) {
    ImageAnatomy image = input.anatomy();
    long limit = Optional.ofNullable(settings.max()).orElseThrow().bytes();
    Measurement measurement = Measurement.ofBytes(image.sizeBytes(), limit);
    Map<String, String> values = Map.of("compressed", shown(image.compressedBytes()));
    if (image.sizeBytes() <= limit) {
      return Outcome.passed(measurement, NOTE_COMPRESSED, values);
    }
    long base = image.sizeBytes() - image.ownBytes();
    if (base > limit) {
      return Outcome.failed(
          measurement,
          BASE,
          Map.of("base", shown(base), "compressed", shown(image.compressedBytes())),
          input.finalStage().fromLine());
    }
    ImageLayer heaviest = Heaviest.ownLayer(image).orElseThrow();
    return Outcome.failed(
        measurement,
        OWN,
        Map.of(
            "over", shown(image.sizeBytes() - limit),
            "where", input.layers().where(heaviest.index()),
            "bytes", shown(heaviest.bytes()),
            "compressed", shown(image.compressedBytes())),
        input.layers().line(heaviest.index()));
  }

  private static void bandsGrow(
      Settings settings, double points, BiConsumer<String, String> problem) {
    ByteSize largest = settings.max();
    double least = points;
    for (int i = 0; i < settings.bands().size(); i++) {
      Band band = settings.bands().get(i);
      String at = "bands[" + i + "]";
      if (largest != null && band.max().compareTo(largest) <= 0) {
        problem.accept(at + ".max", "expected a size above " + largest + ", found " + band.max());
      }
      if (band.points() >= least) {
        problem.accept(at + ".points", "expected fewer points than " + Points.shown(least));
      }
      largest = band.max();
      least = band.points();
    }
  }

  private static String shown(long bytes) {
    return ByteSize.of(bytes).toString();
  }
}
