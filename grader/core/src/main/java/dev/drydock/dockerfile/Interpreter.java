package dev.drydock.dockerfile;

import dev.drydock.dockerfile.ProblemCode.Severity;
import dev.drydock.dockerfile.Variable.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through the instructions in order, as a build would: stages, their graph, variables. */
final class Interpreter {

  private final List<Instruction> instructions;
  private final BuildInputs inputs;
  private final Problems problems;
  private final Substituter substituter;
  private final ResolvedSyntax resolvedSyntax;
  private final Declarations declarations = new Declarations();
  private final Map<Integer, Scope> scopeByLine = new HashMap<>();
  private final List<Stage> stages = new ArrayList<>();
  private final List<Scope> endScopes = new ArrayList<>();
  private final List<Boolean> knownBases = new ArrayList<>();
  private final List<StageProblem> stageProblems = new ArrayList<>();
  private Scope global = Scope.EMPTY;

  Interpreter(List<Instruction> instructions, char escape, BuildInputs inputs, Problems problems) {
    this.instructions = instructions;
    this.inputs = inputs;
    this.problems = problems;
    this.substituter = new Substituter(escape, new Budget(Budget.FILE));
    this.resolvedSyntax = new ResolvedSyntax(substituter, problems);
  }

  List<Stage> stages() {
    return List.copyOf(stages);
  }

  /** The scope before each instruction, by its first line. */
  Map<Integer, Scope> scopes() {
    return Map.copyOf(scopeByLine);
  }

  List<UndefinedVariable> undefined() {
    return declarations.undefined();
  }

  void run() {
    int first = 0;
    while (first < instructions.size() && !(instructions.get(first) instanceof From)) {
      first++;
    }
    declareAll(first);
    preamble(instructions.subList(0, first));
    List<From> froms =
        instructions.stream().filter(From.class::isInstance).map(From.class::cast).toList();
    OriginFinder finder = new OriginFinder(new StageNames(froms, problems), froms.size());
    int start = first;
    while (start < instructions.size()) {
      int end = start + 1;
      while (end < instructions.size() && !(instructions.get(end) instanceof From)) {
        end++;
      }
      stage((From) instructions.get(start), instructions.subList(start + 1, end), finder);
      start = end;
    }
    reportStageProblems();
  }

  private void declareAll(int first) {
    int stage = Declarations.GLOBAL;
    for (int i = 0; i < instructions.size(); i++) {
      Instruction instruction = instructions.get(i);
      stage += instruction instanceof From ? 1 : 0;
      if (i >= first || instruction instanceof Arg) {
        declarations.declare(stage, instruction);
      }
    }
  }

  private void preamble(List<Instruction> before) {
    global = GlobalScope.predefined(inputs);
    boolean reported = false;
    for (Instruction instruction : before) {
      scopeByLine.put(instruction.startLine(), global);
      if (instruction instanceof Arg arg) {
        for (Assignment assignment : arg.assignments()) {
          global = declareGlobal(arg, assignment);
        }
      } else if (!(instruction instanceof Unknown) && !reported) {
        reported = true;
        problems.add(
            instruction.startLine(),
            ProblemCode.BEFORE_FROM,
            instruction.keyword() + " stands before the first FROM",
            "A Dockerfile starts with FROM; only ARG may come before it.");
      }
    }
  }

  private Scope declareGlobal(Arg arg, Assignment assignment) {
    String name = assignment.name();
    String value = inputs.buildArguments().get(name);
    if (value == null && assignment.value() != null) {
      Resolved resolved = substituter.resolve(assignment.value(), global);
      value = resolved.text();
      if (resolved.defect() != null) {
        badSubstitution(arg, resolved.defect(), Severity.ERROR);
      }
    }
    if (value == null && global.find(name) != null) {
      return global;
    }
    return global.with(new Variable(name, value, Kind.GLOBAL_ARG, arg.startLine()));
  }

  private void stage(From from, List<Instruction> body, OriginFinder finder) {
    int index = stages.size();
    scopeByLine.put(from.startLine(), global);
    Origin parent = parent(from, index, finder);
    Scope scope = afterTriggers(startScope(parent), parent, index);
    List<StageUse> uses = new ArrayList<>();
    for (Instruction instruction : body) {
      scopeByLine.put(instruction.startLine(), scope);
      resolvedSyntax.check(instruction, scope, index, stageProblems::add);
      uses.addAll(uses(instruction, index, finder));
      scope = after(instruction, scope, index);
    }
    Stage stage = new Stage(index, from, parent, body, uses);
    stages.add(stage);
    endScopes.add(scope);
    finder.add(stage);
  }

  private Origin parent(From from, int index, OriginFinder finder) {
    Resolved base = substituter.resolve(from.image(), global);
    knownBases.add(true);
    noteUndefined(base.undefined(), from, index, global);
    from.platform()
        .ifPresent(
            platform ->
                noteUndefined(
                    substituter.resolve(platform, global).undefined(), from, index, global));
    Origin origin =
        base.defect() != null
            ? Origin.Invalid.always(base.text(), base.defect())
            : finder.ofFrom(base.text());
    if (origin instanceof Origin.OfImage image) {
      knownBases.set(index, inputs.baseEnvironments().containsKey(image.image().familiar()));
    } else if (origin instanceof Origin.OfStage of) {
      knownBases.set(index, knownBases.get(of.stage().index()));
    } else if (origin instanceof Origin.Invalid invalid && !from.image().isEmpty()) {
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
        base.defect() != null ? ProblemCode.BAD_SUBSTITUTION : ProblemCode.BAD_IMAGE,
        written
            + (same ? "" : ", which is " + Quote.of(base.text()) + " here,")
            + " names no image: "
            + invalid.reason(),
        name.isEmpty()
            ? "Write image:tag, such as alpine:3.22."
            : name + " is not set: declare it with ARG " + name + "=… before the first FROM.");
  }

  private Scope startScope(Origin parent) {
    if (parent instanceof Origin.OfStage of) {
      return endScopes.get(of.stage().index());
    }
    if (parent instanceof Origin.OfImage image) {
      return GlobalScope.ofImage(
          inputs.baseEnvironments().getOrDefault(image.image().familiar(), Map.of()));
    }
    return GlobalScope.ofImage(Map.of());
  }

  /** The ONBUILD instructions of a stage are carried out in the stages built on it. */
  private Scope afterTriggers(Scope start, Origin parent, int stage) {
    if (!(parent instanceof Origin.OfStage of)) {
      return start;
    }
    Scope scope = start;
    for (Onbuild onbuild : of.stage().instructions(Onbuild.class)) {
      Instruction trigger = onbuild.trigger();
      scope = trigger == null ? scope : after(trigger, scope, stage);
    }
    return scope;
  }

  private List<StageUse> uses(Instruction instruction, int stage, OriginFinder finder) {
    List<StageUse> uses = new ArrayList<>();
    if (instruction instanceof Copy copy && copy.from().isPresent()) {
      String from = copy.from().get();
      Resolved resolved = substituter.resolve(from, Scope.EMPTY);
      Origin origin =
          resolved.text().equals(from) && resolved.defect() == null
              ? finder.ofCopy(from, stage, stages)
              : Origin.Invalid.always(from, "--from takes no variables and no quotes");
      uses.add(new StageUse(copy, StageUse.Kind.COPY, from, origin));
    } else if (instruction instanceof Run run) {
      for (Mount mount : run.mounts()) {
        mount
            .from()
            .map(from -> finder.byName(from, stage, stages))
            .map(origin -> new StageUse(run, StageUse.Kind.MOUNT, mount.from().orElse(""), origin))
            .ifPresent(uses::add);
      }
    }
    uses.forEach(use -> reportInvalid(use, stage));
    return uses;
  }

  private void reportInvalid(StageUse use, int stage) {
    boolean reported = use.kind() == StageUse.Kind.MOUNT && use.written().indexOf('$') >= 0;
    if (use.origin() instanceof Origin.Invalid invalid && !reported) {
      int line = use.instruction().startLine();
      ProblemCode code = ProblemCode.BAD_SOURCE_STAGE;
      String message = "--from=" + Quote.of(use.written()) + " cannot be used: " + invalid.reason();
      String hint =
          use.written().indexOf('$') >= 0
              ? "Write FROM … AS name with the variable, and --from=name."
              : "Name an earlier stage (FROM … AS name) or an image.";
      if (invalid.onlyWhenBuilt()) {
        stageProblems.add(new StageProblem(stage, line, code, message, hint));
      } else {
        problems.add(line, code, message, hint);
      }
    }
  }

  /** Substitute in an instruction and apply what it sets. */
  private Scope after(Instruction instruction, Scope scope, int stage) {
    if (instruction instanceof Arg arg) {
      return afterArg(arg, scope, stage);
    }
    Set<String> undefined = new HashSet<>();
    String defect = null;
    for (String text : InstructionTexts.of(instruction)) {
      Resolved resolved = substituter.resolve(text, scope);
      undefined.addAll(resolved.undefined());
      defect = defect == null ? resolved.defect() : defect;
    }
    if (instruction instanceof FileTransfer transfer) {
      for (Heredoc heredoc : transfer.inlineFiles()) {
        if (heredoc.expand()) {
          Resolved resolved = substituter.resolveBody(heredoc.body(), scope);
          undefined.addAll(resolved.undefined());
          defect = defect == null ? resolved.defect() : defect;
        }
      }
    }
    if (instruction instanceof Run run) {
      undefined.addAll(GlobalArgsInShell.in(run, scope, declarations.global().keySet()));
    }
    reportDefect(instruction, defect, stage);
    noteUndefined(undefined.stream().sorted().toList(), instruction, stage, scope);
    return instruction instanceof Env env ? afterEnv(env, scope) : scope;
  }

  private Scope afterEnv(Env env, Scope before) {
    Scope scope = before;
    for (Assignment assignment : env.assignments()) {
      if (assignment.value() != null) {
        String name = substituter.resolve(assignment.name(), before).text();
        String value = substituter.resolve(assignment.value(), before).text();
        scope = scope.with(new Variable(name, value, Kind.ENV, env.startLine()));
      }
    }
    return scope;
  }

  private Scope afterArg(Arg arg, Scope before, int stage) {
    Scope scope = before;
    for (Assignment assignment : arg.assignments()) {
      String name = assignment.name();
      String value = inputs.buildArguments().get(name);
      if (value == null && assignment.value() != null) {
        Resolved resolved = substituter.resolve(assignment.value(), scope);
        noteUndefined(resolved.undefined(), arg, stage, scope);
        reportDefect(arg, resolved.defect(), stage);
        value = resolved.text();
      } else if (value == null) {
        value = global.get(name);
      }
      if (value != null || scope.find(name) == null) {
        scope = scope.with(new Variable(name, value, Kind.ARG, arg.startLine()));
      }
    }
    return scope;
  }

  private void noteUndefined(List<String> names, Instruction instruction, int stage, Scope scope) {
    boolean mayComeFromBase = !(instruction instanceof From) && !knownBases.get(stage);
    for (String name : names) {
      declarations.undefined(name, instruction, stage, scope, mayComeFromBase);
    }
  }

  private void reportDefect(Instruction instruction, @Nullable String defect, int stage) {
    if (defect != null) {
      stageProblems.add(
          new StageProblem(
              stage,
              instruction.startLine(),
              ProblemCode.BAD_SUBSTITUTION,
              "the builder cannot read this " + instruction.keyword() + ": " + defect,
              "Check its quotes and its ${…}."));
    }
  }

  private void badSubstitution(Instruction instruction, String defect, Severity severity) {
    problems.add(
        instruction.startLine(),
        ProblemCode.BAD_SUBSTITUTION,
        severity,
        "the builder cannot read this " + instruction.keyword() + ": " + defect,
        "Check its quotes and its ${…}.");
  }

  /** What is wrong in a stage nobody needs does not stop the build. */
  private void reportStageProblems() {
    Set<Stage> needed = StageGraph.needed(stages);
    for (StageProblem problem : stageProblems) {
      boolean built = needed.contains(stages.get(problem.stage()));
      Severity severity = built ? problem.code().severity() : Severity.WARNING;
      problems.add(problem.line(), problem.code(), severity, problem.message(), problem.hint());
    }
  }
}
