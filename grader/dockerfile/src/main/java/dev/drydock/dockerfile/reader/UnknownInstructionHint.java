package dev.drydock.dockerfile.reader;

import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.lines.Problems;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.source.Source;
import dev.drydock.dockerfile.words.Blanks;
import dev.drydock.dockerfile.words.Keywords;
import dev.drydock.dockerfile.words.Quote;
import dev.drydock.dockerfile.words.Suggestion;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Explains a line the builder does not know. */
final class UnknownInstructionHint {

  private static final Pattern CAPITALS = Pattern.compile("[A-Z]+");

  private UnknownInstructionHint() {}

  static void report(Source source, @Nullable Instruction previous, Problems problems) {
    String word = source.written();
    if (problems.isFull()) {
      problems.add(source.startLine(), ProblemCode.UNKNOWN_INSTRUCTION, "", "");
      return;
    }
    problems.add(
        source.startLine(),
        ProblemCode.UNKNOWN_INSTRUCTION,
        word.isEmpty()
            ? "a continuation character stands alone, with no instruction"
            : "unknown instruction " + Quote.of(word),
        hint(word, source, previous));
  }

  private static String hint(String word, Source source, @Nullable Instruction previous) {
    if (word.isEmpty()) {
      return "Remove it.";
    }
    Optional<String> invisible = invisible(word);
    if (invisible.isPresent()) {
      return "It contains an invisible character (" + invisible.get() + "): type the line again.";
    }
    if (word.startsWith("//") || word.startsWith("/*") || word.startsWith("--")) {
      return "A comment starts with #.";
    }
    if (word.startsWith("```")) {
      return "Remove the Markdown fence.";
    }
    if (word.startsWith("<<<<") || word.startsWith("====") || word.startsWith(">>>>")) {
      return "Resolve the merge conflict.";
    }
    Optional<String> near = Suggestion.nearest(word.replaceAll("[^A-Za-z]+$", ""), Keywords.ALL);
    if (near.isPresent()) {
      return "Did you mean " + near.get() + "?";
    }
    if (continues(source, previous)) {
      return "If it continues line "
          + (source.startLine() - 1)
          + ", that line must end with a backslash.";
    }
    return "Every line starts with an instruction such as RUN or COPY.";
  }

  private static boolean continues(Source source, @Nullable Instruction previous) {
    return previous != null
        && previous.endLine() == source.startLine() - 1
        && !CAPITALS.matcher(source.written()).matches();
  }

  private static Optional<String> invisible(String word) {
    return word.codePoints()
        .filter(c -> c > 0x7F && (Blanks.isSpace(c) || Character.getType(c) == Character.FORMAT))
        .mapToObj(c -> String.format("U+%04X", c))
        .findFirst();
  }
}
