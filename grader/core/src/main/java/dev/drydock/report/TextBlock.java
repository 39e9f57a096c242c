package dev.drydock.report;

import dev.drydock.text.OwnMarks;
import java.util.ArrayList;
import java.util.List;

/** Lines of text of a width, wrapped at words, with a hanging indent. */
final class TextBlock {

  private static final int LABEL = 6;

  private final int width;
  private final StringBuilder text = new StringBuilder();
  private boolean gap;

  TextBlock(int width) {
    this.width = width;
  }

  void line(String line) {
    if (gap && !text.isEmpty()) {
      text.append('\n');
    }
    gap = false;
    text.append(line).append('\n');
  }

  /** An empty line before the next one; several make one. */
  void gap() {
    gap = true;
  }

  /** A labelled, wrapped text; nothing when it is empty. */
  void field(String label, String value) {
    if (!value.isEmpty()) {
      hanging("      " + label + " ".repeat(LABEL - label.length()), value);
    }
  }

  /** A text behind a prefix, its further lines indented to where it began. */
  void hanging(String prefix, String value) {
    String indent = " ".repeat(visible(prefix));
    String start = prefix;
    for (String paragraph : value.split("\n", -1)) {
      for (String part : wrap(paragraph, Math.max(20, width - indent.length()))) {
        line(start + part);
        start = indent;
      }
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static List<String> wrap(String paragraph, int room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.split(" ", -1)) {
      if (!line.isEmpty() && visible(line.toString()) + 1 + visible(word) > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static int visible(String text) {
    String plain = OwnMarks.strip(text);
    return plain.codePointCount(0, plain.length());
  }
}
