package dev.drydock.dockerfile.lines;

import dev.drydock.dockerfile.source.Directive;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.words.Blanks;
import dev.drydock.dockerfile.words.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the parser directives, which stand before everything else, comments and blank lines
 * included, each at most once.
 */
public final class DirectiveReader {

  private static final List<String> KNOWN = List.of("syntax", "escape", "check");

  private final Problems problems;
  private final List<Directive> directives = new ArrayList<>();
  private boolean closed;
  private char escape = '\\';

  public DirectiveReader(Problems problems) {
    this.problems = problems;
  }

  public char escape() {
    return escape;
  }

  public List<Directive> directives() {
    return List.copyOf(directives);
  }

  /** Take a line whose leading blanks are removed; any line that is no directive ends them. */
  void line(String line, int number) {
    Optional<Directive> candidate =
        line.startsWith("#") ? parse(line.substring(1), number) : Optional.empty();
    if (closed) {
      // A check= comment above an instruction has a meaning of its own.
      candidate.filter(late -> !late.name().equals("check")).ifPresent(this::ignored);
    } else if (candidate.isEmpty()) {
      closed = true;
    } else {
      accept(candidate.get());
    }
  }

  private void ignored(Directive directive) {
    problems.add(
        directive.line(),
        ProblemCode.IGNORED_DIRECTIVE,
        "`# " + directive.name() + "=` is an ordinary comment here",
        "Directives only count at the very top of the file, before comments and blank lines.");
  }

  private void accept(Directive directive) {
    if (directives.stream().anyMatch(seen -> seen.name().equals(directive.name()))) {
      problems.add(
          directive.line(),
          ProblemCode.DUPLICATE_DIRECTIVE,
          "the directive " + directive.name() + " is given twice",
          "Remove one of them.");
      return;
    }
    directives.add(directive);
    if (!directive.name().equals("escape")) {
      return;
    }
    if (directive.value().equals("\\") || directive.value().equals("`")) {
      escape = directive.value().charAt(0);
    } else {
      problems.add(
          directive.line(),
          ProblemCode.BAD_DIRECTIVE,
          Quote.of(directive.value()) + " cannot be the escape character",
          "It is \\ or `; without the line it is \\.");
    }
  }

  /** Parse the text after a {@code #}, if it names a directive the builder knows. */
  static Optional<Directive> parse(String comment, int number) {
    return assignment(comment, number).filter(directive -> KNOWN.contains(directive.name()));
  }

  /** Parse any {@code name = value}; without a value it is not a directive. */
  static Optional<Directive> assignment(String comment, int number) {
    int start = Blanks.skip(comment, 0);
    int end = start;
    while (end < comment.length() && isNameCharacter(comment.charAt(end), end == start)) {
      end++;
    }
    int equals = Blanks.skip(comment, end);
    if (end == start || equals >= comment.length() - 1 || comment.charAt(equals) != '=') {
      return Optional.empty();
    }
    String name = comment.substring(start, end).toLowerCase(Locale.ROOT);
    return Optional.of(new Directive(name, Blanks.strip(comment.substring(equals + 1)), number));
  }

  private static boolean isNameCharacter(char c, boolean first) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (!first && c >= '0' && c <= '9');
  }
}
