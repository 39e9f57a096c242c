package dev.drydock.dockerfile.lines;

import dev.drydock.dockerfile.source.Directive;
import dev.drydock.dockerfile.words.Blanks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines at the top of a file in which some version of BuildKit looks for directives: comments
 * of the form {@code # name=value}, or with {@code //}, after a {@code #!} line if there is one.
 */
public final class LeadingLines {

  private LeadingLines() {}

  /**
   * One of these lines.
   *
   * @param number counted from 1
   * @param start offset in the text
   * @param content without its end
   * @param end its line end
   * @param prefix {@code #} or {@code //}
   */
  public record Line(int number, int start, String content, String end, String prefix) {

    public int next() {
      return start + content.length() + end.length();
    }

    /** What a syntax line asks for. */
    public Optional<String> syntax() {
      int comment = content.indexOf(prefix) + prefix.length();
      return DirectiveReader.assignment(content.substring(comment), number)
          .filter(directive -> directive.name().equals("syntax"))
          .map(Directive::value);
    }
  }

  /** Whether the text may be JSON, where BuildKit finds a request too. */
  public static boolean startsWithBrace(String text) {
    int start = Blanks.skip(text, startOf(text));
    return start < text.length() && text.charAt(start) == '{';
  }

  public static List<Line> of(String text) {
    List<Line> lines = new ArrayList<>();
    int start = startOf(text);
    int number = start > 1 ? 2 : 1;
    while (start < text.length()) {
      int feed = text.indexOf('\n', start);
      int next = feed < 0 ? text.length() : feed + 1;
      int stop = feed < 0 ? text.length() : feed;
      while (stop > start && text.charAt(stop - 1) == '\r') {
        stop--;
      }
      String content = text.substring(start, stop);
      String prefix = prefix(content);
      if (prefix.isEmpty() || !isAssignment(content, prefix, number)) {
        return lines;
      }
      lines.add(new Line(number, start, content, text.substring(stop, next), prefix));
      start = next;
      number++;
    }
    return lines;
  }

  /** Where the directives start: after the byte order mark and a {@code #!} line. */
  private static int startOf(String text) {
    int start = text.startsWith("\uFEFF") ? 1 : 0;
    if (!text.startsWith("#!", start)) {
      return start;
    }
    int feed = text.indexOf('\n', start);
    return feed < 0 ? text.length() : feed + 1;
  }

  private static String prefix(String content) {
    String line = content.substring(Blanks.skip(content, 0));
    return line.startsWith("#") ? "#" : line.startsWith("//") ? "//" : "";
  }

  private static boolean isAssignment(String content, String prefix, int number) {
    int comment = content.indexOf(prefix) + prefix.length();
    return DirectiveReader.assignment(content.substring(comment), number).isPresent();
  }
}
