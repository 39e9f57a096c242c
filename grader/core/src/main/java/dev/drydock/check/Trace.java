package dev.drydock.check;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The stack trace at the end of a failing program's output, below the line that says what happened.
 * Those of Node, Java and Go are recognized; Python's comes first instead.
 */
public final class Trace {

  private static final Pattern PART =
      Pattern.compile(
          String.join(
              "|",
              "[^\\p{L}\\p{N}]*+",
              // Node and Java
              "\\s+at .*",
              "\\s*\\.\\.\\. \\d+ more",
              "Require stack:|- /\\S+",
              "Emitted '\\w+' event on .*",
              "Node\\.js v\\d\\S*",
              // Go
              "goroutine \\d+ .*:",
              "\\s+\\S+\\.go:\\d+(?: \\+0x\\p{XDigit}+)?",
              "[\\w./*()-]+\\(.*\\)",
              "exit status \\d+"));

  private Trace() {}

  /** The lines up to the one that says what happened; all of them when there is no trace. */
  public static List<String> cutOff(List<String> lines) {
    int end = lines.size();
    while (end > 0 && PART.matcher(lines.get(end - 1)).matches()) {
      end = lines.get(end - 1).equals("}") ? opening(lines, end - 1) : end - 1;
    }
    return end == 0 ? lines : lines.subList(0, end);
  }

  /** Node prints an error's properties indented, in braces that open at the end of a line. */
  private static int opening(List<String> lines, int closing) {
    for (int at = closing - 1; at >= 0; at--) {
      if (lines.get(at).endsWith(" {")) {
        return at + 1;
      }
      if (!lines.get(at).startsWith(" ")) {
        break;
      }
    }
    return closing;
  }
}
