package dev.drydock.dockerfile.lines;

import dev.drydock.dockerfile.source.LineMap;
import dev.drydock.dockerfile.source.LineMap.Piece;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.words.Blanks;
import dev.drydock.dockerfile.words.Keywords;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins the lines of the file that belong together. Comments and blank lines inside a continuation
 * are dropped, the blank ones with a warning.
 */
public final class LogicalLines {

  /** The builder reads lines through a buffer of this size, line feed included. */
  private static final int MAX_LINE_BYTES = 65_535;

  private final PhysicalLines lines;
  private final DirectiveReader directives;
  private final Problems problems;

  public LogicalLines(PhysicalLines lines, DirectiveReader directives, Problems problems) {
    this.lines = lines;
    this.directives = directives;
    this.problems = problems;
  }

  /** The next instruction's line, or null at the end of the file. */
  public @Nullable LogicalLine next() {
    while (lines.hasNext()) {
      String raw = read();
      int indent = Blanks.skip(raw, 0);
      String content = raw.substring(indent);
      directives.line(content, lines.number());
      if (!content.isEmpty() && content.charAt(0) != '#') {
        return join(raw, content, indent);
      }
    }
    return null;
  }

  /** Read one line as it is, such as one of a heredoc. */
  public String read() {
    String line = lines.next();
    if (line.length() > MAX_LINE_BYTES / 3
        && line.getBytes(StandardCharsets.UTF_8).length > MAX_LINE_BYTES) {
      problems.add(
          lines.number(),
          ProblemCode.LINE_TOO_LONG,
          "the line is longer than the " + MAX_LINE_BYTES + " bytes the builder reads",
          "Break it with a continuation, or put the data into a file and COPY it.");
    }
    return line;
  }

  private LogicalLine join(String raw, String content, int indent) {
    int start = lines.number();
    int cut = continuation(content);
    if (cut < 0) {
      LineMap map = new LineMap(List.of(new Piece(0, start, indent + 1)));
      return new LogicalLine(content, start, start, raw, map);
    }
    List<Piece> pieces = new ArrayList<>(List.of(new Piece(0, start, indent + 1)));
    StringBuilder text = new StringBuilder(content.substring(0, cut));
    StringBuilder original = new StringBuilder(raw);
    Continuation state = new Continuation(firstWord(content), start);
    while (cut >= 0 && lines.hasNext()) {
      String line = read();
      original.append('\n').append(line);
      int first = Blanks.skip(line, 0);
      if (first == line.length()) {
        state.blank();
      } else if (line.charAt(first) != '#') {
        state.piece(line.substring(first));
        pieces.add(new Piece(text.length(), lines.number(), 1));
        cut = continuation(line);
        text.append(line, 0, cut < 0 ? line.length() : cut);
      }
    }
    state.end();
    return new LogicalLine(
        text.toString(), start, lines.number(), original.toString(), new LineMap(pieces));
  }

  /**
   * Where the escape character stands that continues the line, -1 when it ends here. One that is
   * itself escaped does not continue it.
   */
  private int continuation(String line) {
    int last = line.length() - 1;
    while (last >= 0 && (line.charAt(last) == ' ' || line.charAt(last) == '\t')) {
      last--;
    }
    if (last < 0 || line.charAt(last) != directives.escape()) {
      return -1;
    }
    return last > 0 && line.charAt(last - 1) == directives.escape() ? -1 : last;
  }

  private static String firstWord(String content) {
    int end = 0;
    while (end < content.length() && !Blanks.isSpace(content.charAt(end))) {
      end++;
    }
    return content.substring(0, end);
  }

  /** Watches what gets joined, for the mistakes that hide there. */
  private final class Continuation {
    private final String keyword;
    private final int start;
    private int blankLine;

    Continuation(String keyword, int start) {
      this.keyword = keyword;
      this.start = start;
    }

    void blank() {
      blankLine = blankLine == 0 ? lines.number() : blankLine;
    }

    void piece(String content) {
      String word = firstWord(content);
      if (word.length() == content.length()
          || !Keywords.isKnown(word)
          || Keywords.takes(keyword, word)) {
        return;
      }
      problems.add(
          lines.number(),
          ProblemCode.SWALLOWED_INSTRUCTION,
          "this " + word + " is part of the " + keyword + " of line " + start,
          "Remove the continuation character (and a trailing &&) before it.");
    }

    void end() {
      if (blankLine > 0) {
        problems.add(
            blankLine,
            ProblemCode.EMPTY_CONTINUATION,
            "there is a blank line inside the " + keyword + " of line " + start,
            "Remove it: a blank line does not end the instruction, and will be an error one day.");
      }
    }
  }
}
