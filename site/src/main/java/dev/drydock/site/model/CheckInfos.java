package dev.drydock.site.model;

import dev.drydock.check.Check;
import dev.drydock.check.CheckTexts;
import dev.drydock.check.catalogue.CheckCatalogue;
import java.util.List;

/** The grader's own catalogue, so that a page and a message call a check the same. */
public final class CheckInfos {

  private CheckInfos() {}

  public static List<CheckInfo> all() {
    return CheckCatalogue.all().stream().map(CheckInfos::info).toList();
  }

  private static CheckInfo info(Check check) {
    CheckTexts.CheckText text = CheckTexts.bundled().of(check.id());
    return new CheckInfo(check.id(), check.name(), text.title(), text.requirement());
  }
}
