package dev.drydock.dockerfile.source;

import java.util.List;

/**
 * A text inside the Dockerfile: {@code RUN <<EOF} … {@code EOF}.
 *
 * @param name the word that ends it; for COPY the name of the file it becomes
 * @param expand variables in it are substituted (COPY and ADD; in RUN it is the shell that does):
 *     false when any part of the word is quoted
 * @param stripTabs written {@code <<-}: leading tabs of every line are dropped
 * @param descriptor the number before {@code <<}, 0 when there is none
 * @param lines the lines between, as written, without line ends
 * @param startLine line of the first line of the body, also when the body is empty
 * @param terminated whether its end was found
 */
public record Heredoc(
    String name,
    boolean expand,
    boolean stripTabs,
    int descriptor,
    List<String> lines,
    int startLine,
    boolean terminated) {

  public Heredoc {
    lines = List.copyOf(lines);
  }

  /** What the builder makes of it: the lines, tabs stripped where asked, each with a line feed. */
  public String body() {
    StringBuilder body = new StringBuilder();
    for (String line : lines) {
      body.append(stripTabs ? withoutLeadingTabs(line) : line).append('\n');
    }
    return body.toString();
  }

  /** A line as it stands in a heredoc that strips tabs. */
  public static String withoutLeadingTabs(String line) {
    int start = 0;
    while (start < line.length() && line.charAt(start) == '\t') {
      start++;
    }
    return line.substring(start);
  }
}
