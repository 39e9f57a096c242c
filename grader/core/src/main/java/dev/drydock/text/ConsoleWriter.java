package dev.drydock.text;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * The one way to a console, a file it is led to, or a CI's log. Whoever's text it is: nothing in it
 * moves the cursor, hides or turns round text, or is a command to the CI. Only our own {@link
 * OwnMarks} become escape sequences.
 */
public final class ConsoleWriter extends PrintWriter {

  private ConsoleWriter(Writer out) {
    super(new PrintableFilter(out), true);
  }

  /** In UTF-8. */
  public static ConsoleWriter to(OutputStream out) {
    return new ConsoleWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  /** The same over another writer; itself if it is one. */
  public static ConsoleWriter over(PrintWriter out) {
    return out instanceof ConsoleWriter console ? console : new ConsoleWriter(out);
  }

  /** A text as a console would show it, for files that are shown on one. */
  public static String text(String text) {
    StringWriter shown = new StringWriter();
    try (ConsoleWriter console = new ConsoleWriter(shown)) {
      console.print(text);
    }
    return shown.toString();
  }
}
