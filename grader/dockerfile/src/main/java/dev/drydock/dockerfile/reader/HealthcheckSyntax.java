package dev.drydock.dockerfile.reader;

import dev.drydock.dockerfile.instruction.CommandLine.Form;
import dev.drydock.dockerfile.instruction.Healthcheck;
import dev.drydock.dockerfile.lines.Problems;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.source.Source;
import dev.drydock.dockerfile.words.Quote;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The rules of HEALTHCHECK. */
final class HealthcheckSyntax {

  private static final List<String> INTERVALS =
      List.of("interval", "timeout", "start-period", "start-interval");

  private static final Map<String, Double> UNITS =
      Map.of(
          "ns", 1e-6, "us", 1e-3, "µs", 1e-3, "μs", 1e-3, "ms", 1.0, "s", 1e3, "m", 6e4, "h", 36e5);

  private static final double MIN_MILLISECONDS = 1;

  private HealthcheckSyntax() {}

  static void check(Healthcheck check, Problems problems) {
    Source source = check.source();
    if (check.isNone()) {
      if (check.command().form() != Form.NONE) {
        add(problems, source, "HEALTHCHECK NONE takes no arguments", "Remove what follows NONE.");
      }
      return;
    }
    if (check.type().isEmpty()) {
      return;
    }
    if (!check.type().equals("CMD")) {
      add(
          problems,
          source,
          "HEALTHCHECK starts with CMD or NONE, not with " + Quote.of(check.type()),
          "Write HEALTHCHECK CMD " + (check.type().startsWith("-") ? "…" : "command") + ".");
    } else if (check.command().form() == Form.NONE
        || (check.command().isExec() && check.command().words().isEmpty())) {
      add(problems, source, "HEALTHCHECK CMD has no command", "");
    }
    for (String name : INTERVALS) {
      source.flagValue(name).ifPresent(value -> interval(source, name, value, problems));
    }
    source.flagValue("retries").ifPresent(value -> retries(source, value, problems));
  }

  private static void interval(Source source, String name, String value, Problems problems) {
    if (value.isEmpty()) {
      return;
    }
    OptionalDouble milliseconds = milliseconds(value);
    boolean fine =
        milliseconds.isPresent()
            && (milliseconds.getAsDouble() == 0 || milliseconds.getAsDouble() >= MIN_MILLISECONDS);
    if (!fine) {
      add(
          problems,
          source,
          "--" + name + "=" + value + " is no duration of at least a millisecond",
          "Write a number with its unit, such as 30s or 1m30s.");
    }
  }

  private static void retries(Source source, String value, Problems problems) {
    if (!value.matches("\\+?[0-9]{0,9}")) {
      add(problems, source, "--retries=" + value + " is no count", "Write --retries=3.");
    }
  }

  /** Read a duration such as {@code 1m30s} or {@code 1.5h}; empty when it is none. */
  static OptionalDouble milliseconds(String text) {
    int pos = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    double sign = text.startsWith("-") ? -1 : 1;
    if (text.substring(pos).equals("0")) {
      return OptionalDouble.of(0);
    }
    if (pos == text.length() || text.length() > 100) {
      return OptionalDouble.empty();
    }
    double total = 0;
    while (pos < text.length()) {
      int number = pos;
      while (number < text.length() && ".0123456789".indexOf(text.charAt(number)) >= 0) {
        number++;
      }
      int unit = number;
      while (unit < text.length() && ".0123456789".indexOf(text.charAt(unit)) < 0) {
        unit++;
      }
      String digits = text.substring(pos, number);
      Double factor = UNITS.get(text.substring(number, unit));
      if (factor == null || !digits.matches("[0-9]+\\.?[0-9]*|\\.[0-9]+")) {
        return OptionalDouble.empty();
      }
      total += Double.parseDouble(digits) * factor;
      pos = unit;
    }
    return OptionalDouble.of(sign * total);
  }

  private static void add(Problems problems, Source source, String message, String hint) {
    problems.add(source.startLine(), ProblemCode.BAD_HEALTHCHECK, message, hint);
  }
}
