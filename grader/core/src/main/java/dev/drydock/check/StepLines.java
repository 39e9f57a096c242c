package dev.drydock.check;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.instruction.Instruction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the instruction of a step that a builder reports by its text. */
final class StepLines {

  private StepLines() {}

  /** Compare without white space and continuations, which builders fold differently. */
  static @Nullable Integer find(Dockerfile dockerfile, String step) {
    String wanted = folded(step);
    Integer exact = first(dockerfile, text -> text.equals(wanted));
    return exact != null ? exact : first(dockerfile, text -> alike(text, wanted));
  }

  private static @Nullable Integer first(Dockerfile dockerfile, Predicate<String> matches) {
    return dockerfile.instructions().stream()
        .filter(one -> matches.test(folded(text(one))))
        .findFirst()
        .map(Instruction::startLine)
        .orElse(null);
  }

  /** An instruction on one line. */
  static String text(Instruction instruction) {
    StringBuilder text = new StringBuilder(instruction.keyword());
    instruction.flags().forEach(flag -> text.append(' ').append(flag));
    return text.append(' ').append(instruction.source().arguments()).toString();
  }

  /** One is truncated, or goes on after the other's end (a heredoc's body). */
  private static boolean alike(String text, String wanted) {
    int length = Math.min(text.length(), wanted.length());
    return length > 8 && text.regionMatches(0, wanted, 0, length);
  }

  static String folded(String text) {
    return text.replaceAll("[\\s\\\\]+", "");
  }
}
