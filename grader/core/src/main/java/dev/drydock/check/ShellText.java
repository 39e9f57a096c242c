package dev.drydock.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The simple commands in a shell text, separated well enough to recognize them. */
public final class ShellText {

  /** The rest is not read: no student writes a command that long, and patterns take time. */
  private static final int MAX_TEXT = 200_000;

  private static final int MAX_COMMAND = 2_000;

  private static final Pattern BEFORE = Pattern.compile("^(?:[({]\\s*|(?:if|then|do|else|!)\\s+)+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private ShellText() {}

  /**
   * Split at {@code &&}, {@code ||}, {@code ;}, {@code |}, {@code &} and line ends, except in
   * quotes.
   */
  public static List<String> commands(String text) {
    List<String> commands = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < Math.min(text.length(), MAX_TEXT); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '&' && isRedirection(text, i)) {
        current.append(c);
        continue;
      } else if (c == '&' || c == ';' || c == '|' || c == '\n') {
        add(commands, current);
        continue;
      }
      current.append(c);
    }
    add(commands, current);
    return List.copyOf(commands);
  }

  /** {@code 2>&1} and {@code &>file} do not end a command. */
  private static boolean isRedirection(String text, int at) {
    return at > 0 && text.charAt(at - 1) == '>'
        || at + 1 < text.length() && text.charAt(at + 1) == '>';
  }

  private static void add(List<String> commands, StringBuilder current) {
    String text = current.substring(0, Math.min(current.length(), MAX_COMMAND));
    String command = BEFORE.matcher(text.strip()).replaceFirst("");
    if (!command.isEmpty() && !command.startsWith("#")) {
      commands.add(BLANKS.matcher(command).replaceAll(" "));
    }
    current.setLength(0);
  }
}
