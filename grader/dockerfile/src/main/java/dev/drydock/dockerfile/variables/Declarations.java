package dev.drydock.dockerfile.variables;

import dev.drydock.dockerfile.instruction.Arg;
import dev.drydock.dockerfile.instruction.Assignment;
import dev.drydock.dockerfile.instruction.Env;
import dev.drydock.dockerfile.instruction.From;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.stage.UndefinedVariable;
import dev.drydock.dockerfile.stage.UndefinedVariable.Reason;
import dev.drydock.dockerfile.words.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where names are declared, to explain why one is not set elsewhere. */
public final class Declarations {

  private static final int MAX_UNDEFINED = 1_000;
  private static final int MAX_SUGGESTIONS = 200;

  /** The stage of what stands before the first FROM. */
  public static final int GLOBAL = -1;

  private record Place(int stage, int line) {}

  private final Map<Integer, Map<String, Integer>> linesByStage = new HashMap<>();
  private final Map<String, Place> firstInStages = new HashMap<>();
  private final List<UndefinedVariable> undefined = new ArrayList<>();

  /** Remember the names an instruction of a stage sets. */
  public void declare(int stage, Instruction instruction) {
    List<Assignment> assignments = List.of();
    if (instruction instanceof Arg arg) {
      assignments = arg.assignments();
    } else if (instruction instanceof Env env) {
      assignments = env.assignments();
    }
    for (Assignment assignment : assignments) {
      int line = instruction.startLine();
      linesByStage
          .computeIfAbsent(stage, key -> new HashMap<>())
          .putIfAbsent(assignment.name(), line);
      if (stage != GLOBAL) {
        firstInStages.putIfAbsent(assignment.name(), new Place(stage, line));
      }
    }
  }

  /** The global ARGs, by name. */
  public Map<String, Integer> global() {
    return linesByStage.getOrDefault(GLOBAL, Map.of());
  }

  public List<UndefinedVariable> undefined() {
    return List.copyOf(undefined);
  }

  /** Record a name that an instruction uses and that is not set. */
  public void undefined(
      String name, Instruction instruction, int stage, Scope scope, boolean mayComeFromBase) {
    if (undefined.size() >= MAX_UNDEFINED) {
      return;
    }
    int global = global().getOrDefault(name, 0);
    int own = linesByStage.getOrDefault(stage, Map.of()).getOrDefault(name, 0);
    Place other = firstInStages.get(name);
    boolean inFrom = instruction instanceof From;
    Optional<String> near = Suggestion.nearest(name, scope.names(MAX_SUGGESTIONS));
    Reason reason;
    int related = 0;
    if (global > 0 && !inFrom) {
      reason = Reason.GLOBAL_ONLY;
      related = global;
    } else if (own > 0 && !inFrom) {
      reason = Reason.LATER;
      related = own;
    } else if (other != null) {
      reason = inFrom ? Reason.INSIDE_STAGE : Reason.OTHER_STAGE;
      related = other.line();
    } else {
      reason = near.isPresent() ? Reason.MISSPELT : Reason.UNKNOWN;
    }
    String suggestion = reason == Reason.MISSPELT ? near.orElse(null) : null;
    undefined.add(
        new UndefinedVariable(name, instruction, reason, mayComeFromBase, related, suggestion));
  }
}
