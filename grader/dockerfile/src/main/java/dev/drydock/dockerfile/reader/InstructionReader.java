package dev.drydock.dockerfile.reader;

import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.json.JsonArray;
import dev.drydock.dockerfile.lines.DirectiveReader;
import dev.drydock.dockerfile.lines.LogicalLine;
import dev.drydock.dockerfile.lines.LogicalLines;
import dev.drydock.dockerfile.lines.PhysicalLines;
import dev.drydock.dockerfile.lines.Problems;
import dev.drydock.dockerfile.source.Heredoc;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.source.Source;
import dev.drydock.dockerfile.words.Blanks;
import dev.drydock.dockerfile.words.HeredocWord;
import dev.drydock.dockerfile.words.Keywords;
import dev.drydock.dockerfile.words.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns joined lines into instructions, reading the heredocs that follow them. */
public final class InstructionReader {

  private final LogicalLines logicalLines;
  private final PhysicalLines lines;
  private final DirectiveReader directives;
  private final Problems problems;
  private final InstructionFactory factory;
  private boolean unterminatedSeen;
  private @Nullable Instruction last;

  public InstructionReader(PhysicalLines lines, DirectiveReader directives, Problems problems) {
    this.lines = lines;
    this.directives = directives;
    this.problems = problems;
    this.logicalLines = new LogicalLines(lines, directives, problems);
    this.factory = new InstructionFactory(problems);
  }

  /** The next instruction, or null at the end of the file. */
  public @Nullable Instruction next() {
    LogicalLine line = logicalLines.next();
    if (line == null) {
      return null;
    }
    CommandSplit split = CommandSplit.of(line.text(), directives.escape());
    StringBuilder original = new StringBuilder(line.original());
    List<Heredoc> heredocs = new ArrayList<>();
    if (line.text().contains("<<") && takesHeredoc(split)) {
      for (HeredocWord word : HeredocWord.in(line.text())) {
        heredocs.add(read(word, line.startLine(), original));
      }
    }
    int end = Math.max(line.endLine(), lines.number());
    Source source = source(split, line, end, original.toString(), heredocs);
    last = factory.create(source, directives.escape(), last);
    return last;
  }

  private static Source source(
      CommandSplit split, LogicalLine line, int end, String original, List<Heredoc> heredocs) {
    return new Source(
        split.written().toUpperCase(Locale.ROOT),
        split.written(),
        line.startLine(),
        end,
        split.flags(),
        split.arguments(),
        original,
        heredocs,
        split.offset() == 0 ? line.map() : line.map().from(split.offset()));
  }

  private boolean takesHeredoc(CommandSplit split) {
    String keyword = split.written().toUpperCase(Locale.ROOT);
    CommandSplit inner =
        keyword.equals("ONBUILD") ? CommandSplit.of(split.arguments(), directives.escape()) : split;
    return Keywords.takesHeredoc(inner.written().toUpperCase(Locale.ROOT))
        && !(inner.arguments().startsWith("[")
            && JsonArray.read(inner.arguments()) instanceof JsonArray.Strings);
  }

  private Heredoc read(HeredocWord word, int line, StringBuilder original) {
    int start = lines.number() + 1;
    String end = word.name();
    boolean terminated = lines.hasLaterLine(end, word.stripTabs());
    if (!terminated) {
      unterminated(word, line);
      end = leadingWord(end);
    }
    List<String> body = new ArrayList<>();
    if (!end.isEmpty() && lines.hasLaterLine(end, word.stripTabs())) {
      while (lines.hasNext()) {
        String next = logicalLines.read();
        original.append('\n').append(next);
        if ((word.stripTabs() ? Blanks.withoutLeadingTabs(next) : next).equals(end)) {
          break;
        }
        body.add(next);
      }
    }
    return new Heredoc(
        word.name(), word.expand(), word.stripTabs(), word.descriptor(), body, start, terminated);
  }

  private void unterminated(HeredocWord word, int line) {
    String guess = leadingWord(word.name());
    boolean glued = !guess.equals(word.name()) && lines.hasLaterLine(guess, word.stripTabs());
    String hint =
        glued
            ? "Put a space after it: `<<"
                + guess
                + " "
                + word.name().substring(guess.length())
                + "`."
            : "The word that ends it stands alone on its line, with no blanks around it.";
    if (!unterminatedSeen || glued) {
      problems.add(
          line,
          ProblemCode.UNTERMINATED_HEREDOC,
          "the heredoc " + Quote.of("<<" + word.name()) + " does not end",
          hint);
    }
    unterminatedSeen = true;
  }

  private static String leadingWord(String name) {
    int end = 0;
    while (end < name.length()
        && (Character.isLetterOrDigit(name.charAt(end)) || name.charAt(end) == '_')) {
      end++;
    }
    return name.substring(0, end);
  }
}
