package dev.drydock.site;

import dev.drydock.check.CheckTexts;
import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.exercise.CheckRule;

/** The settings of a rule in words. */
final class Limits {

  private Limits() {}

  static String words(CheckRule rule) {
    return CheckCatalogue.find(rule.id())
        .map(check -> CheckTexts.bundled().limits(check, rule))
        .orElse("");
  }
}
