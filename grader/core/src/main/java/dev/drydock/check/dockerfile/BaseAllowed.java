package dev.drydock.check.dockerfile;

import dev.drydock.check.Asked;
import dev.drydock.check.CheckInput;
import dev.drydock.check.ConfiguredCheck;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Reason;
import dev.drydock.check.Shown;
import dev.drydock.dockerfile.stage.ImageReference;
import dev.drydock.dockerfile.stage.Origin;
import dev.drydock.exercise.settings.CheckSettings;
import dev.drydock.exercise.settings.Setting;
import dev.drydock.exercise.settings.SettingSchema;
import dev.drydock.exercise.settings.SettingsForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * D04: the final image's external base is in the exercise's list. An entry without a tag allows
 * every tag; {@code *} stands for any characters: {@code node:*-alpine}.
 */
public final class BaseAllowed extends ConfiguredCheck<BaseAllowed.Settings> {

  public static final String ID = "D04";

  public static final String OTHER = "other";
  public static final String ASKED_LIST = "list";

  private static final String SCRATCH = "scratch";

  public static final String LIMIT_LIST = "list";

  private static final SettingsForm<Settings> FORM =
      SettingsForm.of(Settings.class, Setting.needed("allow", SettingSchema.TEXTS));

  public BaseAllowed() {
    super(ID, "base.allowed", Need.PARSED, FORM);
  }

  /**
   * @param allow bases allowed
   */
  public record Settings(List<String> allow) implements CheckSettings {
    public Settings {
      allow = allow == null ? List.of() : List.copyOf(allow);
    }
  }

  @Override
  protected Optional<Reason> exempt(Settings settings) {
    return settings.allow().isEmpty() ? Optional.of(Reason.NO_LIMIT) : Optional.empty();
  }

  @Override
  protected Asked asked(Settings settings) {
    return settings.allow().isEmpty() ? Asked.PLAIN : Asked.of(ASKED_LIST, "limit", list(settings));
  }

  @Override
  protected List<Asked> limits(Settings settings) {
    return settings.allow().isEmpty()
        ? List.of()
        : List.of(Asked.of(LIMIT_LIST, "limit", String.join(", ", settings.allow())));
  }

  @Override
  protected Outcome judge(CheckInput input, Settings settings) {
    String base = base(input);
    Measurement measurement = Measurement.of(base, list(settings));
    return settings.allow().stream().anyMatch(entry -> matches(entry, base))
        ? Outcome.passed(measurement)
        : Outcome.failed(measurement, OTHER, Map.of("image", base), input.finalStage().fromLine());
  }

  private static String base(CheckInput input) {
    if (input.finalStage().chain().isEmpty()) {
      return "nothing";
    }
    Origin origin = input.finalStage().chain().get(0).parent();
    if (origin instanceof Origin.OfImage image) {
      return image.image().familiar();
    }
    return origin instanceof Origin.Invalid invalid ? invalid.text() : SCRATCH;
  }

  private static boolean matches(String entry, String base) {
    String name = ImageReference.tryParse(base).map(ImageReference::familiarName).orElse(base);
    return glob(entry).matcher(base).matches() || glob(entry).matcher(name).matches();
  }

  private static Pattern glob(String entry) {
    return Pattern.compile(
        List.of(entry.split("\\*", -1)).stream()
            .map(Pattern::quote)
            .reduce((a, b) -> a + ".*" + b)
            .orElse(""));
  }

  private static String list(Settings settings) {
    return Shown.list(settings.allow(), 8);
  }
}
