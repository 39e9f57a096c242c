package dev.drydock.check.cases;

import static dev.drydock.fixture.ExerciseFixtures.required;
import static dev.drydock.fixture.ExerciseFixtures.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.attribution.Saving;
import dev.drydock.check.Asked;
import dev.drydock.check.Check;
import dev.drydock.check.CheckTexts;
import dev.drydock.check.CheckTexts.CheckText;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Reason;
import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.verdict.Judge;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

  private static final CheckTexts TEXTS = CheckTexts.bundled();

  static List<Check> checks() {
    return CheckCatalogue.all();
  }

  @Test
  void checksAreInTheOrderOfTheirIds() {
    assertThat(CheckCatalogue.ids()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(CheckCatalogue.ids().stream().map(id -> "DCIRB".indexOf(id.charAt(0)) + id))
        .isSorted();
  }

  @Test
  void onlyWhatAnExerciseAsksForDecidesWhatIsRunAndBuiltForIt() {
    assertThat(CheckCatalogue.needs(service())).isEmpty();
    assertThat(CheckCatalogue.needs(service(required("R06", 1), required("B01", 1))))
        .containsExactlyInAnyOrder(Need.HARDENED_RUN, Need.REBUILD);
  }

  @Test
  void everyTextBelongsToACheck() {
    assertThat(TEXTS.ids()).containsExactlyInAnyOrderElementsOf(CheckCatalogue.ids());
  }

  @Test
  void everyReasonHasItsClause() {
    assertThat(Stream.of(Reason.values()).map(TEXTS::reason)).noneMatch(String::isBlank);
  }

  @ParameterizedTest
  @EnumSource
  void everySavingHasItsSentence(Saving.Kind kind) {
    Map<String, String> values =
        Map.of("bytes", "1 MB", "path", "/a", "where", "line 2", "added", "line 1", "names", "x");
    assertThat(TEXTS.saving(kind, values)).contains("1 MB").endsWith(".");
  }

  @ParameterizedTest
  @MethodSource("checks")
  void everyCheckHasATitleARequirementAReasonAndAHintForEachFinding(Check check) {
    CheckText text = TEXTS.of(check.id());
    assertThat(text.title()).isNotBlank().hasSizeLessThan(50);
    assertThat(text.requirement()).endsWith(".").doesNotContain("{");
    assertThat(text.why()).endsWith(".");
    assertThat(text.findings()).isNotEmpty();
    assertThat(text.findings().values())
        .allSatisfy(
            finding -> {
              assertThat(finding.message()).isNotBlank();
              assertThat(finding.hint()).isNotBlank();
            });
    assertThat(check.link()).isEqualTo("checks/" + check.id() + ".html");
    assertThat(check.name()).matches("[a-z0-9]+(\\.[a-z0-9-]+)+");
  }

  @ParameterizedTest
  @MethodSource("checks")
  void everyCheckHasAPassingAndAFailingCase(Check check) {
    assertThat(cases(check).map(CheckCase::outcome)).contains("pass", "fail");
  }

  @ParameterizedTest
  @MethodSource("checks")
  void everyFindingAndEveryNoteIsReachedByACase(Check check) {
    CheckText text = TEXTS.of(check.id());
    assertThat(keys(check, "fail"))
        .containsExactlyElementsOf(new TreeSet<>(text.findings().keySet()));
    assertThat(keys(check, "pass")).containsAll(text.notes().keySet());
  }

  @ParameterizedTest
  @MethodSource("checks")
  void everyFormOfTheRequirementIsReachedByACase(Check check) {
    assertThat(
            cases(check)
                .map(one -> check.asked(one.image(), rule(check, one)).variant())
                .collect(Collectors.toSet()))
        .containsAll(TEXTS.of(check.id()).requirements().keySet());
  }

  @ParameterizedTest
  @MethodSource("checks")
  void everyLimitIsReachedByACase(Check check) {
    assertThat(
            cases(check)
                .flatMap(one -> check.limits(rule(check, one)).stream())
                .map(Asked::variant)
                .collect(Collectors.toSet()))
        .isEqualTo(TEXTS.of(check.id()).limits().keySet());
  }

  /** Who looks for a text's key finds the check that uses it, and the other way round. */
  @ParameterizedTest
  @MethodSource("checks")
  void theKeysOfItsTextsAreConstantsOfTheCheck(Check check) {
    CheckText text = TEXTS.of(check.id());
    Map<String, Set<String>> constants =
        Stream.of(check.getClass().getFields())
            .filter(field -> field.getType() == String.class)
            .collect(
                Collectors.groupingBy(
                    field -> field.getName().replaceFirst("^(ASKED|NOTE|LIMIT|ID|).*", "$1"),
                    Collectors.mapping(CatalogueTest::value, Collectors.toSet())));
    assertThat(constants.remove("ID")).containsExactly(check.id());
    Map<String, Set<String>> keys = new HashMap<>();
    keys.put("", text.findings().keySet());
    keys.put("NOTE", text.notes().keySet());
    keys.put("ASKED", text.requirements().keySet());
    keys.put("LIMIT", text.limits().keySet());
    keys.values().removeIf(Set::isEmpty);
    assertThat(constants).isEqualTo(keys);
  }

  /** Who needs to know a check goes by what it declares, or by the constant of its class. */
  @Test
  void noCheckIsNamedOutsideItsClass() throws IOException {
    Pattern named = Pattern.compile("(?m)^(?! *(?:\\*|//)).*\"[DCIRB]\\d\\d\".*$");
    List<String> found = new ArrayList<>();
    int scanned = 0;
    for (String module : List.of("core", "batch", "cli", "junit", "../site")) {
      for (Path file : sources(Path.of("..", module, "src", "main", "java"))) {
        scanned++;
        named
            .matcher(Files.readString(file))
            .results()
            .map(line -> line.group().strip())
            .filter(line -> !line.startsWith("public static final String ID = "))
            .forEach(line -> found.add(file + ": " + line));
      }
    }
    assertThat(scanned).isGreaterThan(400);
    assertThat(found).isEmpty();
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static String value(Field field) {
    try {
      field.setAccessible(true); // some are a superclass's that is not public
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static dev.drydock.exercise.CheckRule rule(Check check, CheckCase one) {
    return one.image()
        .rule(check.id())
        .orElseGet(() -> dev.drydock.exercise.CheckRule.advice(check.id()));
  }

  private static TreeSet<String> keys(Check check, String outcome) {
    return cases(check)
        .filter(one -> one.outcome().equals(outcome))
        .map(one -> Judge.judge(one.evidence(), one.image(), List.of(check)).get(0).outcome())
        .map(CatalogueTest::key)
        .filter(key -> !key.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String key(Outcome outcome) {
    return CheckCasesTest.key(outcome);
  }

  private static Stream<CheckCase> cases(Check check) {
    return CheckCases.all().stream().filter(one -> one.id().equals(check.id()));
  }
}
