package dev.drydock.dockerfile.reader;

import dev.drydock.dockerfile.instruction.Assignment;
import dev.drydock.dockerfile.words.Blanks;
import dev.drydock.dockerfile.words.Quote;
import dev.drydock.dockerfile.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pairs of ENV and LABEL.
 *
 * @param legacy one pair, written without an equals sign
 * @param defect what the builder would refuse, as a message; empty when nothing
 */
record NameValues(List<Assignment> assignments, boolean legacy, Optional<String> defect) {

  static NameValues parse(String keyword, String text, char escape) {
    List<String> words = Words.splitQuoted(text, escape);
    if (words.isEmpty()) {
      return new NameValues(List.of(), false, Optional.empty());
    }
    if (!words.get(0).contains("=")) {
      return legacy(keyword, text);
    }
    List<Assignment> assignments = new ArrayList<>();
    Optional<String> defect = Optional.empty();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        assignments.add(new Assignment(word.substring(0, equals), word.substring(equals + 1)));
      } else if (defect.isEmpty()) {
        defect =
            Optional.of(
                equals < 0
                    ? Quote.of(word) + " is not of the form name=value"
                    : Quote.of(word) + " has no name before the equals sign");
      }
    }
    return new NameValues(List.copyOf(assignments), false, defect);
  }

  private static NameValues legacy(String keyword, String text) {
    int end = 0;
    while (end < text.length() && !Blanks.separatesWords(text.charAt(end))) {
      end++;
    }
    int value = end;
    while (value < text.length() && Blanks.separatesWords(text.charAt(value))) {
      value++;
    }
    String name = text.substring(0, end);
    if (value == text.length()) {
      return new NameValues(
          List.of(new Assignment(name, null)),
          true,
          Optional.of(keyword + " " + Quote.of(name) + " has no value"));
    }
    return new NameValues(
        List.of(new Assignment(name, text.substring(value))), true, Optional.empty());
  }
}
