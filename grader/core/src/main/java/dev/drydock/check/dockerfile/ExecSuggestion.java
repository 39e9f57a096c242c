package dev.drydock.check.dockerfile;

import java.util.List;
import java.util.stream.Collectors;

/** What a command in shell form is in exec form. */
final class ExecSuggestion {

  private ExecSuggestion() {}

  /**
   * Each word quoted; where the shell is needed (variables, operators, globs) it stays, and {@code
   * exec} lets the program take its place.
   */
  static String of(String shellText) {
    String text = shellText.strip().replaceAll("\\s+", " ");
    if (text.matches("[^$&|;<>*?()`\"'\\\\{}\\[\\]~#!]*")) {
      return List.of(text.split(" ")).stream()
          .map(ExecSuggestion::quoted)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    boolean severalCommands = text.matches(".*[&|;].*");
    return "[\"sh\", \"-c\", " + quoted(severalCommands ? text : "exec " + text) + "]";
  }

  private static String quoted(String word) {
    return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
