package dev.drydock.check;

import dev.drydock.dockerfile.source.JsonDefect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns a command in shell form into exec form. */
public final class ExecSuggestion {

  /** An example, for when the program is unknown. */
  public static final String ANY = "[\"program\", \"argument\"]";

  private static final String PLAIN = "[^$&|;<>*?()`\"'\\\\{}\\[\\]~#!]*";

  private ExecSuggestion() {}

  /**
   * Each word quoted; if the shell is needed (variables, operators, globs) it stays, and {@code
   * exec} lets the program replace it.
   */
  public static String of(String shellText) {
    String text = shellText.strip().replaceAll("\\s+", " ");
    if (text.startsWith("[") && text.endsWith("]")) {
      return text;
    }
    if (!needsShell(text)) {
      return List.of(text.split(" ")).stream()
          .map(ExecSuggestion::quoted)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    boolean one = !text.matches(".*[&|;].*") && !text.startsWith("exec ");
    return "[\"sh\", \"-c\", " + quoted(one ? "exec " + text : text) + "]";
  }

  /** For a text that looks like exec form: what was probably meant. */
  public static String of(String text, JsonDefect defect) {
    return Optional.ofNullable(defect.suggestion())
        .orElseGet(
            () ->
                defect.kind() == JsonDefect.Kind.TEXT_AFTER_BRACKET
                    ? text.substring(0, text.indexOf(']') + 1)
                    : ANY);
  }

  /** Whether only a shell can make sense of it. */
  public static boolean needsShell(String text) {
    return !text.strip().replaceAll("\\s+", " ").matches(PLAIN);
  }

  private static String quoted(String word) {
    return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
