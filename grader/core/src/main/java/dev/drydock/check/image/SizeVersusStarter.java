package dev.drydock.check.image;

import dev.drydock.check.Asked;
import dev.drydock.check.CheckInput;
import dev.drydock.check.ConfiguredCheck;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Reason;
import dev.drydock.check.Shown;
import dev.drydock.evidence.StarterEvidence;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.exercise.settings.CheckSettings;
import dev.drydock.exercise.settings.Setting;
import dev.drydock.exercise.settings.SettingSchema;
import dev.drydock.exercise.settings.SettingsForm;
import dev.drydock.image.ByteSize;
import dev.drydock.image.anatomy.ImageAnatomy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** I02: the size as a share of the starter's, both built by the same engine. */
public final class SizeVersusStarter extends ConfiguredCheck<SizeVersusStarter.Settings> {

  public static final String ID = "I02";

  public static final String OWN = "own";
  public static final String BASE = "base";
  public static final String NOTE_SAVED = "saved";
  public static final String ASKED_WHOLE = "whole";
  public static final String ASKED_OWN = "own";
  public static final String LIMIT_WHOLE = "whole";
  public static final String LIMIT_OWN = "own";

  private static final SettingsForm<Settings> FORM =
      SettingsForm.of(
          Settings.class,
          Setting.needed("maxRatio", SettingSchema.SHARE),
          Setting.optional("ownBytes", SettingSchema.FLAG));

  public SizeVersusStarter() {
    super(ID, "size.vs-starter", Need.STARTER, FORM);
  }

  /**
   * @param maxRatio largest ratio to the starter allowed
   * @param ownBytes whether the ratio is of the bytes above the base, not of whole images
   */
  public record Settings(@Nullable Double maxRatio, boolean ownBytes) implements CheckSettings {}

  /** Whether what an exercise asks of an image is about the bytes above its base. */
  public static boolean isOfOwnBytes(ImageSpec image) {
    return image.rule(ID).filter(rule -> FORM.of(rule.settings()).ownBytes()).isPresent();
  }

  @Override
  public boolean variesWithBase() {
    return true;
  }

  @Override
  protected Optional<Reason> exempt(Settings settings) {
    return settings.maxRatio() == null ? Optional.of(Reason.NO_LIMIT) : Optional.empty();
  }

  @Override
  protected Asked asked(Settings settings) {
    Double ratio = settings.maxRatio();
    return ratio == null
        ? Asked.PLAIN
        : Asked.of(settings.ownBytes() ? ASKED_OWN : ASKED_WHOLE, "limit", Shown.percent(ratio));
  }

  @Override
  protected List<Asked> limits(Settings settings) {
    Double ratio = settings.maxRatio();
    return ratio == null
        ? List.of()
        : List.of(
            Asked.of(settings.ownBytes() ? LIMIT_OWN : LIMIT_WHOLE, "limit", Shown.percent(ratio)));
  }

  @Override
  protected Outcome judge(CheckInput input, Settings settings) {
    ImageAnatomy image = input.anatomy();
    StarterEvidence starter = Objects.requireNonNull(input.evidence().starter());
    double limit = Optional.ofNullable(settings.maxRatio()).orElseThrow();
    boolean own = settings.ownBytes();
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
          measurement, NOTE_SAVED, Map.of("saved", shown(Math.max(0, before - now))));
    }
    return failed(input, own, measurement, now - (long) (before * limit));
  }

  private static Outcome failed(
      CheckInput input, boolean own, Measurement measurement, long excess) {
    ImageAnatomy image = input.anatomy();
    long base = image.sizeBytes() - image.ownBytes();
    boolean baseWeighsMost = !own && base > image.ownBytes();
    var heaviest = Heaviest.ownLayer(image);
    if (baseWeighsMost || heaviest.isEmpty()) {
      return Outcome.failed(
          measurement,
          BASE,
          Map.of("excess", shown(excess), "base", shown(base)),
          input.finalStage().fromLine());
    }
    int layer = heaviest.get().index();
    return Outcome.failed(
        measurement,
        OWN,
        Map.of(
            "subject", own ? "What your Dockerfile adds" : "The image",
            "excess", shown(excess),
            "where", input.layers().where(layer),
            "bytes", shown(heaviest.get().bytes())),
        input.layers().line(layer));
  }

  private static String shown(long bytes) {
    return ByteSize.of(bytes).toString();
  }
}
