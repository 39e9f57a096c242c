package dev.drydock.dockerfile.interpreter;

import dev.drydock.dockerfile.instruction.Arg;
import dev.drydock.dockerfile.instruction.From;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.instruction.Onbuild;
import dev.drydock.dockerfile.instruction.Unknown;
import dev.drydock.dockerfile.interpreter.VariablePass.Place;
import dev.drydock.dockerfile.lines.Problems;
import dev.drydock.dockerfile.rules.ResolvedSyntax;
import dev.drydock.dockerfile.rules.StageProblems;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.stage.BuildInputs;
import dev.drydock.dockerfile.stage.Origin;
import dev.drydock.dockerfile.stage.Resolved;
import dev.drydock.dockerfile.stage.Stage;
import dev.drydock.dockerfile.stage.StageUse;
import dev.drydock.dockerfile.stage.UndefinedVariable;
import dev.drydock.dockerfile.variables.Declarations;
import dev.drydock.dockerfile.variables.GlobalScope;
import dev.drydock.dockerfile.variables.Scope;
import dev.drydock.dockerfile.variables.Substituter;
import dev.drydock.dockerfile.words.Budget;
import dev.drydock.dockerfile.words.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Goes through the instructions in order, as a build would: stages, their graph, variables. */
public final class Interpreter {

  /**
   * A file with more, those of ONBUILDs counted where they are carried out, is not read to its end.
   */
  public static final int MAX_INSTRUCTIONS = 200_000;

  private final List<Instruction> instructions;
  private final BuildInputs inputs;
  private final Problems problems;
  private final Substituter substituter;
  private final ResolvedSyntax resolvedSyntax;
  private final StageProblems stageProblems = new StageProblems();
  private final Declarations declarations = new Declarations();
  private final VariablePass variables;
  private final OriginFinder origins;
  private final StageUseFinder useFinder;
  private final Map<Integer, Scope> scopeByLine = new HashMap<>();
  private final List<Stage> stages = new ArrayList<>();
  private final List<Place> ends = new ArrayList<>();
  private final List<List<Instruction>> triggers = new ArrayList<>();
  private long triggersLeft = MAX_INSTRUCTIONS;
  private Scope global = Scope.EMPTY;

  public Interpreter(
      List<Instruction> instructions, char escape, BuildInputs inputs, Problems problems) {
    this.instructions = instructions;
    this.inputs = inputs;
    this.problems = problems;
    this.substituter = new Substituter(escape, new Budget(Budget.FILE));
    this.resolvedSyntax = new ResolvedSyntax(substituter, problems, stageProblems);
    this.variables = new VariablePass(inputs, substituter, declarations, stageProblems);
    List<From> froms =
        instructions.stream().filter(From.class::isInstance).map(From.class::cast).toList();
    this.origins = new OriginFinder(new StageNames(froms, problems), froms.size());
    this.useFinder = new StageUseFinder(origins, substituter, problems, stageProblems);
  }

  public List<Stage> stages() {
    return List.copyOf(stages);
  }

  /** The scope before each instruction, by its first line. */
  public Map<Integer, Scope> scopes() {
    return Map.copyOf(scopeByLine);
  }

  public List<UndefinedVariable> undefined() {
    return declarations.undefined();
  }

  public void run() {
    int start = nextFrom(0);
    declareAll(start);
    preamble(instructions.subList(0, start));
    while (start < instructions.size()) {
      int end = nextFrom(start + 1);
      stage((From) instructions.get(start), instructions.subList(start + 1, end));
      start = end;
    }
    stageProblems.report(stages, StageGraph.needed(stages), problems);
  }

  private int nextFrom(int start) {
    int next = start;
    while (next < instructions.size() && !(instructions.get(next) instanceof From)) {
      next++;
    }
    return next;
  }

  private void declareAll(int firstFrom) {
    int stage = Declarations.GLOBAL;
    for (int i = 0; i < instructions.size(); i++) {
      Instruction instruction = instructions.get(i);
      stage += instruction instanceof From ? 1 : 0;
      if (i >= firstFrom || instruction instanceof Arg) {
        declarations.declare(stage, instruction);
      }
    }
  }

  private void preamble(List<Instruction> before) {
    global = GlobalScope.predefined(inputs);
    // An unknown instruction may be a misspelt FROM: one error is enough.
    boolean reported = before.stream().anyMatch(Unknown.class::isInstance);
    for (Instruction instruction : before) {
      scopeByLine.put(instruction.startLine(), global);
      if (instruction instanceof Arg arg) {
        global = variables.afterGlobal(arg, global, problems);
      } else if (!reported) {
        reported = true;
        problems.add(
            instruction.startLine(),
            ProblemCode.BEFORE_FROM,
            instruction.keyword() + " stands before the first FROM",
            "A Dockerfile starts with FROM; only ARG may come before it.");
      }
    }
  }

  private void stage(From from, List<Instruction> body) {
    int index = stages.size();
    scopeByLine.put(from.startLine(), global);
    Origin parent = parent(from, index);
    List<StageUse> uses = new ArrayList<>();
    Place place = start(parent, index);
    for (Instruction trigger : inheritedTriggers(parent)) {
      uses.addAll(useFinder.of(trigger, index, stages));
      place = place.with(variables.after(trigger, place));
    }
    for (Instruction instruction : body) {
      scopeByLine.put(instruction.startLine(), place.scope());
      resolvedSyntax.check(instruction, place.scope(), index);
      uses.addAll(useFinder.of(instruction, index, stages));
      place = place.with(variables.after(instruction, place));
    }
    Stage stage = new Stage(index, from, parent, body, uses);
    stages.add(stage);
    ends.add(place);
    triggers.add(triggersOf(body));
    origins.add(stage);
  }

  private Origin parent(From from, int index) {
    Place place = new Place(index, global, global, true);
    Resolved base = substituter.resolve(from.image(), global);
    variables.undefined(base.undefined(), from, place);
    from.platform()
        .map(platform -> substituter.resolve(platform, global))
        .ifPresent(platform -> variables.undefined(platform.undefined(), from, place));
    Origin origin =
        base.defect() != null
            ? Origin.Invalid.always(base.text(), base.defect())
            : origins.ofFrom(base.text());
    if (origin instanceof Origin.Invalid invalid && !from.image().isEmpty()) {
      badImage(from, base, invalid);
    }
    return origin;
  }

  private void badImage(From from, Resolved base, Origin.Invalid invalid) {
    String written = Quote.of(from.image());
    String name = base.undefined().isEmpty() ? "" : base.undefined().get(0);
    boolean same = base.text().equals(from.image());
    problems.add(
        from.startLine(),
        base.defect() != null ? StageProblems.substitutionCode(base) : ProblemCode.BAD_IMAGE,
        written
            + (same ? "" : ", which is " + Quote.of(base.text()) + " here,")
            + " names no image: "
            + invalid.reason(),
        name.isEmpty()
            ? "Write image:tag, such as alpine:3.22."
            : name + " is not set: declare it with ARG " + name + "=… before the first FROM.");
  }

  /** What a stage starts with: the variables of the stage or of the image it is built on. */
  private Place start(Origin parent, int index) {
    if (parent instanceof Origin.OfStage of) {
      Place end = ends.get(of.stage().index());
      return new Place(index, global, end.scope(), end.knownBase());
    }
    Map<String, String> environment = Map.of();
    boolean known = true;
    if (parent instanceof Origin.OfImage image) {
      String name = image.image().familiar();
      known = inputs.baseEnvironments().containsKey(name);
      environment = inputs.baseEnvironments().getOrDefault(name, Map.of());
    }
    return new Place(index, global, GlobalScope.ofImage(environment), known);
  }

  private static List<Instruction> triggersOf(List<Instruction> body) {
    List<Instruction> found = new ArrayList<>();
    for (Instruction instruction : body) {
      if (instruction instanceof Onbuild onbuild && onbuild.trigger() != null) {
        found.add(onbuild.trigger());
      }
    }
    return found;
  }

  /** The ONBUILD instructions of a stage are carried out in the stages built on it. */
  private List<Instruction> inheritedTriggers(Origin parent) {
    if (!(parent instanceof Origin.OfStage of)) {
      return List.of();
    }
    List<Instruction> inherited = triggers.get(of.stage().index());
    triggersLeft -= inherited.size();
    if (triggersLeft >= 0) {
      return inherited;
    }
    problems.add(
        instructions.get(instructions.size() - 1).startLine(),
        ProblemCode.TOO_MANY_INSTRUCTIONS,
        "the ONBUILDs of the file make more than " + MAX_INSTRUCTIONS + " instructions",
        "The rest is not read.");
    return List.of();
  }
}
