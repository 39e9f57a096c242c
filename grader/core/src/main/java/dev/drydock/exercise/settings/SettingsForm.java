package dev.drydock.exercise.settings;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings of a check: what they are called, the form of their values, and the record they are
 * read into. A component of the record has the name of its setting, so none is taken for another.
 *
 * @param <S> that record
 */
public final class SettingsForm<S extends CheckSettings> {

  /** Of a check that has no settings. */
  public static final SettingsForm<CheckSettings.None> NONE = of(CheckSettings.None.class);

  private final Class<S> type;
  private final List<Setting> settings;
  private final Rule<S> rule;

  /** Read when it is first asked for, not while checks are being declared. */
  private volatile @Nullable S unset;

  private SettingsForm(Class<S> type, List<Setting> settings, Rule<S> rule) {
    this.type = type;
    this.settings = settings;
    this.rule = rule;
  }

  /** What has to hold of settings beyond the form of each. */
  public interface Rule<S> {

    /**
     * @param points of the check in that exercise
     * @param problem takes what does not hold: a key such as {@code bands[0].max}, and what was
     *     expected there
     */
    void check(S set, double points, BiConsumer<String, String> problem);
  }

  /**
   * A form.
   *
   * @throws IllegalArgumentException when the record has other components than these settings
   */
  public static <S extends Record & CheckSettings> SettingsForm<S> of(
      Class<S> type, Setting... settings) {
    List<String> components =
        Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList();
    List<String> names = Stream.of(settings).map(Setting::name).toList();
    if (!components.equals(names)) {
      throw new IllegalArgumentException(type.getName() + " is not a record of " + names);
    }
    return new SettingsForm<>(type, List.of(settings), (set, points, problem) -> {});
  }

  /** The same with a rule for what the form of each value cannot say. */
  public SettingsForm<S> where(Rule<S> newRule) {
    return new SettingsForm<>(type, settings, newRule);
  }

  /** In the order in which an author would write them. */
  public List<Setting> settings() {
    return settings;
  }

  public boolean has(String name) {
    return settings.stream().anyMatch(setting -> setting.name().equals(name));
  }

  /** Read what a check is set to; keys that are no settings of its are left alone. */
  public S read(JsonNode check) {
    ObjectNode own = JsonNodeFactory.instance.objectNode();
    for (Setting setting : settings) {
      if (check.has(setting.name())) {
        own.set(setting.name(), check.get(setting.name()));
      }
    }
    return Reader.MAPPER.treeToValue(own, type);
  }

  /** The settings of a rule as what they are; where it sets nothing, what holds then. */
  public S of(CheckSettings set) {
    return set == CheckSettings.NONE ? unset() : type.cast(set);
  }

  private S unset() {
    S known = unset;
    if (known == null) {
      known = read(JsonNodeFactory.instance.objectNode());
      unset = known;
    }
    return known;
  }

  /** Hand what does not hold of settings to {@code problem}. */
  public void check(CheckSettings set, double points, BiConsumer<String, String> problem) {
    rule.check(of(set), points, problem);
  }

  private static final class Reader {
    static final JsonMapper MAPPER =
        JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
  }
}
