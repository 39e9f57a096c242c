package dev.drydock.site;

import dev.drydock.check.Check;
import dev.drydock.check.CheckTexts;
import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.exercise.settings.Setting;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What checks can be set to, as a table where a text asks for one. */
final class SettingsTable {

  /** Stands in a text where the table goes. */
  private static final String PLACE = "```settings\n```\n";

  private SettingsTable() {}

  static String in(String text) {
    return text.contains(PLACE) ? text.replace(PLACE, markdown()) : text;
  }

  private static String markdown() {
    return CheckCatalogue.all().stream()
        .flatMap(SettingsTable::rows)
        .collect(
            Collectors.joining(
                "\n", "| check | setting | value | meaning |\n|---|---|---|---|\n", "\n"));
  }

  private static Stream<String> rows(Check check) {
    Map<String, String> meanings = CheckTexts.bundled().of(check.id()).settings();
    return check.settings().settings().stream()
        .map(setting -> row(check, setting, meanings.getOrDefault(setting.name(), "")));
  }

  private static String row(Check check, Setting setting, String meaning) {
    return "| [%s](checks:%s) | `%s`%s | %s | %s |"
        .formatted(
            check.id(),
            check.id(),
            setting.name(),
            setting.needed() ? ", always" : "",
            setting.schema().words(),
            meaning);
  }
}
