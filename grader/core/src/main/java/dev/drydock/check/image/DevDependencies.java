package dev.drydock.check.image;

import dev.drydock.check.Asked;
import dev.drydock.check.CheckInput;
import dev.drydock.check.ConfiguredCheck;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Shown;
import dev.drydock.exercise.settings.CheckSettings;
import dev.drydock.exercise.settings.Setting;
import dev.drydock.exercise.settings.SettingSchema;
import dev.drydock.exercise.settings.SettingsForm;
import dev.drydock.image.ByteSize;
import dev.drydock.image.anatomy.FileSystemFacts.NpmPackage;
import dev.drydock.image.anatomy.FileSystemFacts.Tool;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * I08: what is only needed to build is not shipped. Packages that production also needs do not
 * count; tools of the base count only if the exercise forbids them.
 */
public final class DevDependencies extends ConfiguredCheck<DevDependencies.Settings> {

  public static final String ID = "I08";

  public static final String PACKAGES = "packages";
  public static final String TOOLS = "tools";
  public static final String BASE_TOOLS = "base-tools";
  public static final String NOTE_MISFILED = "misfiled";
  public static final String ASKED_NO_TOOLS = "no-tools";
  public static final String LIMIT_NO_TOOLS = "no-tools";

  private static final SettingsForm<Settings> FORM =
      SettingsForm.of(Settings.class, Setting.optional("forbidInBase", SettingSchema.FLAG));

  public DevDependencies() {
    super(ID, "dev.deps", Need.ANY_IMAGE, FORM);
  }

  /**
   * @param forbidInBase whether tools of the base count too
   */
  public record Settings(boolean forbidInBase) implements CheckSettings {}

  @Override
  protected Asked asked(Settings settings) {
    return settings.forbidInBase() ? Asked.of(ASKED_NO_TOOLS) : Asked.PLAIN;
  }

  @Override
  protected List<Asked> limits(Settings settings) {
    return settings.forbidInBase() ? List.of(Asked.of(LIMIT_NO_TOOLS)) : List.of();
  }

  @Override
  protected Outcome judge(CheckInput input, Settings settings) {
    Set<String> dev = new HashSet<>(input.evidence().context().devPackages());
    List<NpmPackage> packages =
        input.anatomy().files().npmPackages().stream()
            .filter(one -> !one.base() && dev.contains(one.name()))
            .sorted(Comparator.comparingLong(NpmPackage::bytes).reversed())
            .toList();
    List<Tool> tools =
        input.anatomy().files().tools().stream()
            .filter(tool -> !tool.base() || settings.forbidInBase())
            .sorted(Comparator.comparingLong(Tool::bytes).reversed())
            .toList();
    if (!packages.isEmpty()) {
      return packages(input, packages);
    }
    return tools.isEmpty() ? passed(input) : tools(input, tools);
  }

  /** Type definitions are never needed at run time: under production, they are misfiled. */
  private static Outcome passed(CheckInput input) {
    List<String> misfiled =
        input.anatomy().files().npmPackages().stream()
            .filter(one -> !one.base() && one.name().startsWith("@types/"))
            .map(NpmPackage::name)
            .distinct()
            .sorted()
            .toList();
    return misfiled.isEmpty()
        ? Outcome.passed(Measurement.noneAllowed(0, "package"))
        : Outcome.passed(
            Measurement.noneAllowed(0, "package"),
            NOTE_MISFILED,
            Map.of("names", Shown.list(misfiled, 5)));
  }

  private static Outcome packages(CheckInput input, List<NpmPackage> packages) {
    long bytes = packages.stream().mapToLong(NpmPackage::bytes).sum();
    int layer = packages.get(0).layer();
    return Outcome.failed(
        measured(packages.size(), "package", bytes),
        PACKAGES,
        Map.of(
            "names",
            Shown.list(packages.stream().map(NpmPackage::name).distinct().toList(), 5),
            "where",
            input.layers().where(layer)),
        input.layers().line(layer));
  }

  private static Outcome tools(CheckInput input, List<Tool> tools) {
    long bytes = tools.stream().mapToLong(Tool::bytes).sum();
    boolean ofBase = tools.stream().allMatch(Tool::base);
    Tool first = tools.stream().filter(tool -> ofBase || !tool.base()).findFirst().orElseThrow();
    return Outcome.failed(
        measured(tools.size(), "tool", bytes),
        ofBase ? BASE_TOOLS : TOOLS,
        Map.of(
            "names",
            Shown.list(tools.stream().map(DevDependencies::shown).distinct().toList(), 5),
            "where",
            input.layers().where(first.layer())),
        ofBase ? input.finalStage().fromLine() : input.layers().line(first.layer()));
  }

  private static String shown(Tool tool) {
    return tool.name() + " (" + tool.path() + ")";
  }

  private static Measurement measured(int count, String noun, long bytes) {
    return new Measurement(
        Shown.count(count, noun) + ", " + ByteSize.of(bytes), "0", (double) bytes, 0.0);
  }
}
