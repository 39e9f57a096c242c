package dev.drydock.dockerfile.source;

import dev.drydock.dockerfile.words.Blanks;
import java.util.List;

/**
 * A text inside the Dockerfile: {@code RUN <<EOF} … {@code EOF}.
 *
 * @param name the word that ends it; in COPY and ADD also the name of the file it becomes
 * @param expand whether variables in it are substituted: false when any part of the word is quoted.
 *     In COPY and ADD the builder does so, in RUN the shell
 * @param stripTabs whether it is written {@code <<-}, which drops the leading tabs of every line
 * @param descriptor the number before {@code <<}; 0 when there is none
 * @param lines the lines in between, as written, without line ends
 * @param startLine the line, counted from 1, on which the body starts, even when it is empty
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

  /**
   * Copy the lists.
   *
   * @param name the word that ends it; in COPY and ADD also the name of the file it becomes
   * @param expand whether variables in it are substituted: false when any part of the word is
   *     quoted. In COPY and ADD the builder does so, in RUN the shell
   * @param stripTabs whether it is written {@code <<-}, which drops the leading tabs of every line
   * @param descriptor the number before {@code <<}; 0 when there is none
   * @param lines the lines in between, as written, without line ends
   * @param startLine the line, counted from 1, on which the body starts, even when it is empty
   * @param terminated whether its end was found
   */
  public Heredoc {
    lines = List.copyOf(lines);
  }

  /**
   * {@return the text the builder takes from it: its lines, without leading tabs where asked, each
   * ending in a line feed}
   */
  public String body() {
    StringBuilder body = new StringBuilder();
    for (String line : lines) {
      body.append(stripTabs ? Blanks.withoutLeadingTabs(line) : line).append('\n');
    }
    return body.toString();
  }
}
