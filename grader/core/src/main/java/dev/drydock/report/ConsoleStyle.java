package dev.drydock.report;

import dev.drydock.text.OwnMarks;
import dev.drydock.verdict.CheckResult;

/**
 * How text for a console is dressed: with colours on a terminal, without them in a file.
 *
 * @param colour whether it is dressed, in marks that {@link dev.drydock.text.ConsoleWriter} knows
 * @param width columns to fill, at least 60
 */
public record ConsoleStyle(boolean colour, int width) {

  public ConsoleStyle {
    width = Math.max(60, Math.min(width, 120));
  }

  /** No colour, 80 columns. */
  public static ConsoleStyle plain() {
    return new ConsoleStyle(false, 80);
  }

  public String bold(String text) {
    return wrap("1", text);
  }

  String dim(String text) {
    return wrap("2", text);
  }

  String good(String text) {
    return wrap("32", text);
  }

  String bad(String text) {
    return wrap("31", text);
  }

  String outcome(CheckResult.Result outcome, String text) {
    return switch (outcome) {
      case PASS -> good(text);
      case FAIL -> bad(text);
      case ERROR -> wrap("33", text);
      case BLOCKED, NOT_APPLICABLE -> dim(text);
    };
  }

  private String wrap(String code, String text) {
    return colour && !text.isEmpty() ? OwnMarks.style(code) + text + OwnMarks.style("0") : text;
  }
}
