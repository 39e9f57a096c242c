package dev.drydock.dockerfile.rules;

import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.lines.Problems;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.source.ProblemCode.Severity;
import dev.drydock.dockerfile.stage.Resolved;
import dev.drydock.dockerfile.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Collects problems that the builder meets only when it builds their stage: in an unused stage they
 * do not stop a build.
 */
public final class StageProblems {

  private record Entry(int stage, int line, ProblemCode code, String message, String hint) {}

  private final List<Entry> entries = new ArrayList<>();

  public void add(int stage, int line, ProblemCode code, String message, String hint) {
    entries.add(new Entry(stage, line, code, message, hint));
  }

  /** Add the problem of an instruction whose substitution fails. */
  public void badSubstitution(int stage, Instruction instruction, Resolved text) {
    add(
        stage,
        instruction.startLine(),
        substitutionCode(text),
        substitutionMessage(instruction, text),
        substitutionHint(text));
  }

  public static ProblemCode substitutionCode(Resolved text) {
    return text.beyond() ? ProblemCode.SUBSTITUTION_LIMIT : ProblemCode.BAD_SUBSTITUTION;
  }

  public static String substitutionMessage(Instruction instruction, Resolved text) {
    String who = text.beyond() ? "no check reads this " : "the builder cannot read this ";
    return who + instruction.keyword() + ": " + text.defect();
  }

  public static String substitutionHint(Resolved text) {
    return text.beyond() ? "Write it in a simpler way." : "Check its quotes and its ${…}.";
  }

  /** Report all, now that it is known which stages are built. */
  public void report(List<Stage> stages, Set<Stage> needed, Problems problems) {
    for (Entry entry : entries) {
      boolean built = needed.contains(stages.get(entry.stage()));
      Severity own = entry.code().severity();
      Severity severity = built || own == Severity.LIMIT ? own : Severity.WARNING;
      problems.add(entry.line(), entry.code(), severity, entry.message(), entry.hint());
    }
  }
}
