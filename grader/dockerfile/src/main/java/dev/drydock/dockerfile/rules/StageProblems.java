package dev.drydock.dockerfile.rules;

import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.lines.Problems;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.source.ProblemCode.Severity;
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
  public void badSubstitution(int stage, Instruction instruction, String defect) {
    add(
        stage,
        instruction.startLine(),
        ProblemCode.BAD_SUBSTITUTION,
        substitutionMessage(instruction, defect),
        SUBSTITUTION_HINT);
  }

  public static final String SUBSTITUTION_HINT = "Check its quotes and its ${…}.";

  public static String substitutionMessage(Instruction instruction, String defect) {
    return "the builder cannot read this " + instruction.keyword() + ": " + defect;
  }

  /** Report all, now that it is known which stages are built. */
  public void report(List<Stage> stages, Set<Stage> needed, Problems problems) {
    for (Entry entry : entries) {
      boolean built = needed.contains(stages.get(entry.stage()));
      Severity severity = built ? entry.code().severity() : Severity.WARNING;
      problems.add(entry.line(), entry.code(), severity, entry.message(), entry.hint());
    }
  }
}
