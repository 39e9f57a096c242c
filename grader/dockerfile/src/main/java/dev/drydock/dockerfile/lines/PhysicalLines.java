package dev.drydock.dockerfile.lines;

import dev.drydock.dockerfile.words.Blanks;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the file, read once from top to bottom. Only a line feed ends a line, and carriage
 * returns before it are dropped, as the builder does.
 */
public final class PhysicalLines {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String text;
  private int next;
  private int number;
  private @Nullable LineIndex index;

  public PhysicalLines(String text) {
    this.text = text;
    this.next = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
  }

  public boolean hasNext() {
    return next < text.length();
  }

  /** The next line without its end. */
  String next() {
    int end = text.indexOf('\n', next);
    int stop = end < 0 ? text.length() : end;
    int start = next;
    next = end < 0 ? text.length() : end + 1;
    number++;
    while (stop > start && text.charAt(stop - 1) == '\r') {
      stop--;
    }
    return text.substring(start, stop);
  }

  /** Number of the line last returned, from 1; 0 before the first. */
  public int number() {
    return number;
  }

  /**
   * Whether a line that is still to come consists of the given text, so that a search for the end
   * of a heredoc need not read a hostile file to its end again and again.
   */
  public boolean hasLaterLine(String content, boolean withoutLeadingTabs) {
    if (index == null) {
      index = new LineIndex(this);
    }
    return index.lastLineOf(content, withoutLeadingTabs) > number;
  }

  /** The last line of every content, of what follows some line. */
  private static final class LineIndex {
    private final Map<String, Integer> exact = new HashMap<>();
    private final Map<String, Integer> behindTabs = new HashMap<>();

    LineIndex(PhysicalLines lines) {
      PhysicalLines rest = new PhysicalLines(lines.text);
      rest.next = lines.next;
      rest.number = lines.number;
      while (rest.hasNext()) {
        String line = rest.next();
        exact.put(line, rest.number);
        if (line.startsWith("\t")) {
          behindTabs.put(Blanks.withoutLeadingTabs(line), rest.number);
        }
      }
    }

    int lastLineOf(String content, boolean withoutLeadingTabs) {
      int last = exact.getOrDefault(content, 0);
      boolean stripped = withoutLeadingTabs && !content.startsWith("\t");
      return stripped ? Math.max(last, behindTabs.getOrDefault(content, 0)) : last;
    }
  }
}
