package dev.drydock.engine.host;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The last lines of a program's output: bounded in lines and in width, without terminal escapes and
 * other control characters, so that it can be shown anywhere.
 */
public final class TextTail {

  private static final int MAX_WIDTH = 2_000;
  private static final Pattern ESCAPES =
      Pattern.compile("\u001B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)?|.)");
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\t]]|\\p{Cf}");

  private final int maxLines;
  private final Deque<String> lines = new ArrayDeque<>();
  private final StringBuilder open = new StringBuilder();
  private long seen;

  public TextTail(int maxLines) {
    this.maxLines = maxLines;
  }

  /** Add output as it arrives, in pieces of any size. */
  public synchronized void append(String text) {
    seen += text.length();
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      grow(text, from, end);
      close();
      from = end + 1;
    }
    grow(text, from, text.length());
  }

  /** Number of characters added so far. */
  public synchronized long seen() {
    return seen;
  }

  public synchronized List<String> lines() {
    if (!open.isEmpty()) {
      close();
    }
    return List.copyOf(lines);
  }

  /**
   * One line of a program's output, safe to show: color codes are legitimate, so they leave no
   * trace.
   */
  public static String clean(String line) {
    String withoutEscapes = ESCAPES.matcher(line).replaceAll("");
    return CONTROLS.matcher(withoutEscapes).replaceAll("");
  }

  private void grow(String text, int from, int to) {
    int room = MAX_WIDTH - open.length();
    open.append(text, from, Math.min(to, from + Math.max(room, 0)));
  }

  private void close() {
    String line = clean(open.toString());
    open.setLength(0);
    lines.addLast(line.length() > MAX_WIDTH ? line.substring(0, MAX_WIDTH) : line);
    if (lines.size() > maxLines) {
      lines.removeFirst();
    }
  }
}
