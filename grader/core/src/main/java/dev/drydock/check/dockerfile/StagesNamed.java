package dev.drydock.check.dockerfile;

import dev.drydock.check.Asked;
import dev.drydock.check.CheckInput;
import dev.drydock.check.ConfiguredCheck;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.stage.Origin;
import dev.drydock.dockerfile.stage.Stage;
import dev.drydock.dockerfile.stage.StageUse;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.exercise.settings.CheckSettings;
import dev.drydock.exercise.settings.Setting;
import dev.drydock.exercise.settings.SettingSchema;
import dev.drydock.exercise.settings.SettingsForm;
import dev.drydock.text.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * D06: every {@code --from} is a stage or an image, the names are sound, no stage is left over. A
 * bare word that names no stage counts as misspelled if it resembles a stage, or if the builder
 * found no such image.
 */
public final class StagesNamed extends ConfiguredCheck<StagesNamed.Settings> {

  public static final String ID = "D06";

  public static final String INVALID = "invalid";
  public static final String UNKNOWN = "unknown";
  public static final String DUPLICATE = "duplicate";
  public static final String UPPER_CASE = "upper-case";
  public static final String RESERVED = "reserved";
  public static final String UNUSED = "unused";
  public static final String BY_NUMBER = "by-number";
  public static final String ASKED_NAMED = "named";
  public static final String LIMIT_LIST = "list";
  public static final String LIMIT_NAMED = "named";

  private static final SettingsForm<Settings> FORM =
      SettingsForm.of(
          Settings.class,
          Setting.optional("namedStages", SettingSchema.FLAG),
          Setting.optional("allow", SettingSchema.TEXTS));

  public StagesNamed() {
    super(ID, "stages.named", Need.PARSED, FORM);
  }

  /**
   * @param namedStages whether stages have to be named, not numbered
   * @param allow images that may be copied from, whatever stage their name resembles
   */
  public record Settings(boolean namedStages, List<String> allow) implements CheckSettings {
    public Settings {
      allow = allow == null ? List.of() : List.copyOf(allow);
    }
  }

  @Override
  protected Asked asked(Settings settings) {
    return settings.namedStages() ? Asked.of(ASKED_NAMED) : Asked.PLAIN;
  }

  @Override
  protected List<Asked> limits(Settings settings) {
    List<Asked> limits = new ArrayList<>();
    if (!settings.allow().isEmpty()) {
      limits.add(Asked.of(LIMIT_LIST, "limit", String.join(", ", settings.allow())));
    }
    if (settings.namedStages()) {
      limits.add(Asked.of(LIMIT_NAMED));
    }
    return limits;
  }

  @Override
  protected Outcome judge(CheckInput input, Settings settings) {
    return use(input, settings)
        .or(() -> StageNameRules.judge(input.dockerfile()))
        .orElseGet(Outcome::passed);
  }

  private static Optional<Outcome> use(CheckInput input, Settings settings) {
    for (Stage stage : input.dockerfile().stages()) {
      for (StageUse use : stage.uses()) {
        Optional<Outcome> outcome = use(input, settings, stage, use);
        if (outcome.isPresent()) {
          return outcome;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Outcome> use(
      CheckInput input, Settings settings, Stage stage, StageUse use) {
    int line = use.instruction().startLine();
    Map<String, String> values =
        Map.of("name", use.written(), "stages", before(input.dockerfile(), stage));
    if (use.origin() instanceof Origin.Invalid invalid) {
      Map<String, String> more =
          Map.of("problem", invalid.reason(), "stages", values.get("stages") + "");
      return Optional.of(failed(use.written(), INVALID, more, line));
    }
    if (use.origin() instanceof Origin.OfImage image && isNoImage(input, settings, use, image)) {
      return Optional.of(failed(use.written(), UNKNOWN, values, line));
    }
    return settings.namedStages() && use.byNumber()
        ? Optional.of(failed(use.written(), BY_NUMBER, values, line))
        : Optional.empty();
  }

  private static boolean isNoImage(
      CheckInput input, Settings settings, StageUse use, Origin.OfImage image) {
    boolean bareWord = !use.written().matches(".*[:/@.].*");
    return bareWord
        && !input.isBuilt()
        && !settings.allow().contains(image.image().familiarName())
        && (isNearAStage(input, use.written()) || isMissing(input, use.written()));
  }

  private static boolean isNearAStage(CheckInput input, String name) {
    List<String> names =
        input.dockerfile().stages().stream().flatMap(stage -> stage.name().stream()).toList();
    return DidYouMean.closest(name, names).isPresent();
  }

  /** Whether the builder could not find it and says so. */
  private static boolean isMissing(CheckInput input, String name) {
    BuildEvidence build = input.evidence().build();
    return build != null && build.message().contains(name);
  }

  static Outcome failed(String name, String finding, Map<String, String> values, int line) {
    return Outcome.failed(Measurement.of(name, "sound names, all used"), finding, values, line);
  }

  private static String before(Dockerfile dockerfile, Stage stage) {
    List<Stage> earlier = dockerfile.stages().subList(0, stage.index());
    return earlier.isEmpty()
        ? "none"
        : earlier.stream().map(Stage::toString).collect(Collectors.joining(", "));
  }
}
