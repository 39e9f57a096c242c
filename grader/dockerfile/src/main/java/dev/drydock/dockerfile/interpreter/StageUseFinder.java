package dev.drydock.dockerfile.interpreter;

import dev.drydock.dockerfile.instruction.Copy;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.instruction.Mount;
import dev.drydock.dockerfile.instruction.Run;
import dev.drydock.dockerfile.lines.Problems;
import dev.drydock.dockerfile.rules.StageProblems;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.stage.Origin;
import dev.drydock.dockerfile.stage.Resolved;
import dev.drydock.dockerfile.stage.Stage;
import dev.drydock.dockerfile.stage.StageUse;
import dev.drydock.dockerfile.variables.Scope;
import dev.drydock.dockerfile.variables.Substituter;
import dev.drydock.dockerfile.words.Quote;
import java.util.ArrayList;
import java.util.List;

/** Finds where a stage takes files from other stages and images. */
final class StageUseFinder {

  private final OriginFinder origins;
  private final Substituter substituter;
  private final Problems problems;
  private final StageProblems stageProblems;

  StageUseFinder(
      OriginFinder origins,
      Substituter substituter,
      Problems problems,
      StageProblems stageProblems) {
    this.origins = origins;
    this.substituter = substituter;
    this.problems = problems;
    this.stageProblems = stageProblems;
  }

  /**
   * Find the uses of an instruction.
   *
   * @param stage index of the instruction's stage
   * @param earlier the stages before it
   */
  List<StageUse> of(Instruction instruction, int stage, List<Stage> earlier) {
    List<StageUse> uses = new ArrayList<>();
    if (instruction instanceof Copy copy) {
      copy.from().ifPresent(from -> uses.add(ofCopy(copy, from, stage, earlier)));
    } else if (instruction instanceof Run run) {
      for (Mount mount : run.mounts()) {
        mount.from().ifPresent(from -> uses.add(ofMount(run, from, stage, earlier)));
      }
    }
    return uses;
  }

  private StageUse ofCopy(Copy copy, String from, int stage, List<Stage> earlier) {
    Resolved resolved = substituter.resolve(from, Scope.EMPTY);
    boolean plain = resolved.text().equals(from) && resolved.defect() == null;
    Origin origin =
        plain
            ? origins.ofCopy(from, stage, earlier)
            : Origin.Invalid.always(from, "--from takes no variables and no quotes");
    StageUse use = new StageUse(copy, StageUse.Kind.COPY, from, origin);
    reportInvalid(use, stage);
    return use;
  }

  private StageUse ofMount(Run run, String from, int stage, List<Stage> earlier) {
    Origin origin = origins.byName(from, stage, earlier);
    StageUse use = new StageUse(run, StageUse.Kind.MOUNT, from, origin);
    // A variable has been reported as such when the instruction was read.
    if (from.indexOf('$') < 0) {
      reportInvalid(use, stage);
    }
    return use;
  }

  private void reportInvalid(StageUse use, int stage) {
    if (!(use.origin() instanceof Origin.Invalid invalid)) {
      return;
    }
    int line = use.instruction().startLine();
    ProblemCode code = ProblemCode.BAD_SOURCE_STAGE;
    String message = "--from=" + Quote.of(use.written()) + " cannot be used: " + invalid.reason();
    String hint =
        use.written().indexOf('$') >= 0
            ? "Write FROM … AS name with the variable, and --from=name."
            : "Name an earlier stage (FROM … AS name) or an image.";
    if (invalid.onlyWhenBuilt()) {
      stageProblems.add(stage, line, code, message, hint);
    } else {
      problems.add(line, code, message, hint);
    }
  }
}
