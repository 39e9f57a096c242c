package dev.drydock.check.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.check.Check;
import dev.drydock.check.CheckTexts;
import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ExerciseFolder;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.exercise.settings.CheckSettings;
import dev.drydock.exercise.settings.Setting;
import dev.drydock.fixture.ExerciseFixtures;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.Judge;
import dev.drydock.verdict.Rubric;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From a line in an exercise.yaml to what a check makes of it: for every setting there is. */
class SettingsTest {

  /** A value for each setting, unlike what holds where nothing is set. */
  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("C03.max", "1 kB"),
          Map.entry("D04.allow", "[alpine, debian]"),
          Map.entry("D06.namedStages", "true"),
          Map.entry("D06.allow", "[builds]"),
          Map.entry("D17.uses", "[healthcheck, link]"),
          Map.entry("I01.max", "8 MB"),
          Map.entry("I01.bands", "[{max: 50 MB, points: 0.5}]"),
          Map.entry("I02.maxRatio", "0.1"),
          Map.entry("I02.ownBytes", "true"),
          Map.entry("I03.maxCount", "1"),
          Map.entry("I04.max", "0 B"),
          Map.entry("I05.max", "1 kB"),
          Map.entry("I08.forbidInBase", "true"),
          Map.entry("I09.numeric", "true"));

  @TempDir Path home;

  static Stream<Arguments> settings() {
    return CheckCatalogue.all().stream()
        .flatMap(
            check ->
                check.settings().settings().stream()
                    .map(setting -> Arguments.of(check, setting.name())));
  }

  @Test
  void everySettingHasAValueHere() {
    assertThat(settings().map(one -> name((Check) one.get()[0], (String) one.get()[1])))
        .containsExactlyInAnyOrderElementsOf(VALUES.keySet());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("settings")
  void whatIsWrittenIsWhatTheCheckIsSetTo(Check check, String setting) {
    String others =
        check.settings().settings().stream()
            .filter(other -> other.needed() && !other.name().equals(setting))
            .map(other -> ", " + other.name() + ": " + VALUES.get(name(check, other.name())))
            .collect(Collectors.joining());
    CheckSettings read =
        load(check, setting + ": " + VALUES.get(name(check, setting)) + others).settings();
    CheckSettings without =
        ExerciseFixtures.rule(check.id(), 1)
            .set("{" + others.replaceFirst("^, ", "") + "}")
            .get()
            .settings();

    assertThat(components(read)).doesNotContainEntry(setting, components(without).get(setting));
    assertThat(shown(components(read).get(setting)))
        .isEqualTo(shown(VALUES.get(name(check, setting))));
    Map<String, Object> rest = components(read);
    rest.remove(setting);
    assertThat(components(without)).containsAllEntriesOf(rest);
  }

  /** A setting that is read and changes nothing would be a trap for authors. */
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("settings")
  void whatIsSetChangesWhatTheCheckSays(Check check, String setting) {
    String needed =
        check.settings().settings().stream()
            .filter(Setting::needed)
            .filter(other -> !other.name().equals(setting))
            .map(other -> other.name() + ": " + VALUES.get(name(check, other.name())))
            .collect(Collectors.joining(", ", "{", "}"));
    CheckRule without = ExerciseFixtures.rule(check.id(), 1).set(needed).get();
    CheckRule with =
        ExerciseFixtures.rule(check.id(), 1)
            .set(needed)
            .set(setting + ": " + VALUES.get(name(check, setting)))
            .get();
    assertThat(verdicts(check, with)).isNotEqualTo(verdicts(check, without));
    assertThat(List.of(check.limits(with), check.bands(with)))
        .as("what an exercise's page shows of it")
        .isNotEqualTo(List.of(check.limits(without), check.bands(without)));
  }

  @ParameterizedTest
  @MethodSource("dev.drydock.check.cases.CatalogueTest#checks")
  void everySettingIsExplainedToAuthors(Check check) {
    assertThat(CheckTexts.bundled().of(check.id()).settings().keySet())
        .containsExactlyInAnyOrderElementsOf(
            check.settings().settings().stream().map(Setting::name).toList());
  }

  private CheckRule load(Check check, String settings) {
    String yaml =
        ExerciseFolder.MINIMAL.replaceFirst(
            "(?s)checks:.*", "checks:\n      " + check.id() + ": {points: 1, " + settings + "}\n");
    return ExerciseFolder.load(ExerciseFolder.write(home, "3.9-multi-stage", yaml))
        .images()
        .get(0)
        .rule(check.id())
        .orElseThrow();
  }

  /** Of all cases of the check, under one rule: outcome, points, message. */
  private static List<String> verdicts(Check check, CheckRule rule) {
    ImageSpec image = ExerciseFixtures.service(rule);
    return CheckCases.all().stream()
        .filter(one -> one.id().equals(check.id()))
        .map(
            one -> {
              CheckResult result =
                  Rubric.grade(Judge.judge(one.evidence(), image, List.of(check)), image).get(0);
              return result.outcome() + " " + result.points() + " " + result.message();
            })
        .toList();
  }

  private static String name(Check check, String setting) {
    return check.id() + "." + setting;
  }

  private static Map<String, Object> components(CheckSettings settings) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      try {
        values.put(component.getName(), component.getAccessor().invoke(settings));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return values;
  }

  /** A value without what YAML and Java write around it. */
  private static String shown(Object value) {
    return value
        .toString()
        .replaceAll("Band\\[max=|points=|points: |max: |[\\[\\]{}]", "")
        .replaceAll("(\\d)\\.0+ ", "$1 ")
        .replaceAll("\\.00?(?=\\D|$)", "");
  }
}
