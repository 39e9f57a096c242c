package dev.drydock.check.dockerfile;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** D17: the Dockerfile uses the features that the exercise is about. */
public final class InstructionsUsed extends ConfiguredCheck<InstructionsUsed.Settings> {

  public static final String ID = "D17";

  public static final String MISSING = "missing";
  public static final String ASKED_USES = "uses";
  public static final String LIMIT_USES = "uses";

  private static final SettingsForm<Settings> FORM =
      SettingsForm.of(
          Settings.class, Setting.needed("uses", SettingSchema.someOf(UsedFeature.class)));

  public InstructionsUsed() {
    super(ID, "instructions.used", Need.PARSED, FORM);
  }

  /**
   * @param uses features that must be used
   */
  public record Settings(List<UsedFeature> uses) implements CheckSettings {
    public Settings {
      uses = uses == null ? List.of() : List.copyOf(uses);
    }
  }

  @Override
  protected Optional<Reason> exempt(Settings settings) {
    return settings.uses().isEmpty() ? Optional.of(Reason.NO_LIMIT) : Optional.empty();
  }

  @Override
  protected Asked asked(Settings settings) {
    return settings.uses().isEmpty()
        ? Asked.PLAIN
        : Asked.of(ASKED_USES, "limit", list(settings.uses()));
  }

  @Override
  protected List<Asked> limits(Settings settings) {
    return settings.uses().isEmpty()
        ? List.of()
        : List.of(Asked.of(LIMIT_USES, "limit", list(settings.uses())));
  }

  @Override
  protected Outcome judge(CheckInput input, Settings settings) {
    List<UsedFeature> asked = settings.uses();
    List<UsedFeature> missing =
        asked.stream().filter(feature -> !feature.isIn(input.dockerfile())).toList();
    Measurement measurement =
        Measurement.of(asked.size() - missing.size() + " of " + asked.size(), list(asked));
    return missing.isEmpty()
        ? Outcome.passed(measurement)
        : Outcome.failed(
            measurement,
            MISSING,
            Map.of("missing", list(missing), "example", missing.get(0).example()),
            null);
  }

  private static String list(List<UsedFeature> features) {
    return Shown.list(features.stream().map(UsedFeature::toString).toList(), 8);
  }
}
