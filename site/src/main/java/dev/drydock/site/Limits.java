package dev.drydock.site;

import dev.drydock.exercise.CheckRule;
import dev.drydock.image.ByteSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The settings of a rule in words. */
final class Limits {

  private Limits() {}

  static String words(CheckRule rule) {
    List<String> parts = new ArrayList<>();
    ByteSize max = rule.max();
    if (max != null) {
      parts.add("at most " + max);
    }
    Double ratio = rule.maxRatio();
    if (ratio != null) {
      parts.add(
          String.format(Locale.ROOT, "at most %.0f %% of the starter", 100 * ratio)
              + (rule.ownBytes() ? ", bytes above the base" : ""));
    }
    Integer count = rule.maxCount();
    if (count != null) {
      parts.add("at most " + count);
    }
    if (!rule.allow().isEmpty()) {
      parts.add("one of " + String.join(", ", rule.allow()));
    }
    if (!rule.uses().isEmpty()) {
      parts.add("with " + String.join(", ", rule.uses()));
    }
    if (rule.numeric()) {
      parts.add("as a number");
    }
    if (rule.namedStages()) {
      parts.add("by name");
    }
    return String.join("; ", parts);
  }
}
