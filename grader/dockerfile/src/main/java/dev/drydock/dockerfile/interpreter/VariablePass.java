package dev.drydock.dockerfile.interpreter;

import dev.drydock.dockerfile.instruction.Arg;
import dev.drydock.dockerfile.instruction.Assignment;
import dev.drydock.dockerfile.instruction.Env;
import dev.drydock.dockerfile.instruction.FileTransfer;
import dev.drydock.dockerfile.instruction.From;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.instruction.Run;
import dev.drydock.dockerfile.lines.Problems;
import dev.drydock.dockerfile.rules.StageProblems;
import dev.drydock.dockerfile.source.Heredoc;
import dev.drydock.dockerfile.stage.BuildInputs;
import dev.drydock.dockerfile.stage.Resolved;
import dev.drydock.dockerfile.stage.Variable;
import dev.drydock.dockerfile.stage.Variable.Kind;
import dev.drydock.dockerfile.variables.Declarations;
import dev.drydock.dockerfile.variables.GlobalArgsInShell;
import dev.drydock.dockerfile.variables.InstructionTexts;
import dev.drydock.dockerfile.variables.Scope;
import dev.drydock.dockerfile.variables.Substituter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows the variables from instruction to instruction. */
final class VariablePass {

  private final Map<String, String> buildArguments;
  private final Substituter substituter;
  private final Declarations declarations;
  private final StageProblems stageProblems;

  VariablePass(
      BuildInputs inputs,
      Substituter substituter,
      Declarations declarations,
      StageProblems stageProblems) {
    this.buildArguments = inputs.buildArguments();
    this.substituter = substituter;
    this.declarations = declarations;
    this.stageProblems = stageProblems;
  }

  /**
   * Where an instruction stands.
   *
   * @param global what a FROM sees
   * @param scope what the instruction sees
   * @param knownBase the environment of the external base is known, or there is no base
   */
  record Place(int stage, Scope global, Scope scope, boolean knownBase) {

    Place with(Scope next) {
      return new Place(stage, global, next, knownBase);
    }
  }

  /** Declare the arguments of an ARG before the first FROM. */
  Scope afterGlobal(Arg arg, Scope before, Problems problems) {
    Scope scope = before;
    for (Assignment assignment : arg.assignments()) {
      String value = buildArguments.get(assignment.name());
      if (value == null && assignment.value() != null) {
        Resolved resolved = substituter.resolve(assignment.value(), scope);
        value = resolved.text();
        if (resolved.defect() != null) {
          problems.add(
              arg.startLine(),
              StageProblems.substitutionCode(resolved),
              StageProblems.substitutionMessage(arg, resolved),
              StageProblems.substitutionHint(resolved));
        }
      }
      scope = declare(scope, assignment.name(), value, Kind.GLOBAL_ARG, arg);
    }
    return scope;
  }

  /** Substitute in an instruction of a stage and apply what it sets. */
  Scope after(Instruction instruction, Place place) {
    if (instruction instanceof Arg arg) {
      return afterArg(arg, place);
    }
    List<Resolved> texts = new ArrayList<>();
    for (String text : InstructionTexts.of(instruction)) {
      texts.add(substituter.resolve(text, place.scope()));
    }
    if (instruction instanceof FileTransfer transfer) {
      transfer.inlineFiles().stream()
          .filter(Heredoc::expand)
          .forEach(file -> texts.add(substituter.resolveBody(file.body(), place.scope())));
    }
    Set<String> undefined = new HashSet<>();
    texts.forEach(text -> undefined.addAll(text.undefined()));
    if (instruction instanceof Run run) {
      undefined.addAll(GlobalArgsInShell.in(run, place.scope(), declarations.global().keySet()));
    }
    texts.stream()
        .filter(text -> text.defect() != null)
        .findFirst()
        .ifPresent(text -> reportDefect(instruction, text, place));
    undefined(undefined.stream().sorted().toList(), instruction, place);
    return instruction instanceof Env env ? afterEnv(env, place.scope()) : place.scope();
  }

  /** Record the names that an instruction uses and that are not set. */
  void undefined(List<String> names, Instruction instruction, Place place) {
    boolean mayComeFromBase = !(instruction instanceof From) && !place.knownBase();
    for (String name : names) {
      declarations.undefined(name, instruction, place.stage(), place.scope(), mayComeFromBase);
    }
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

  private Scope afterArg(Arg arg, Place start) {
    Place place = start;
    for (Assignment assignment : arg.assignments()) {
      String value = buildArguments.get(assignment.name());
      if (value == null && assignment.value() != null) {
        Resolved resolved = substituter.resolve(assignment.value(), place.scope());
        undefined(resolved.undefined(), arg, place);
        reportDefect(arg, resolved, place);
        value = resolved.text();
      } else if (value == null) {
        value = place.global().get(assignment.name());
      }
      place = place.with(declare(place.scope(), assignment.name(), value, Kind.ARG, arg));
    }
    return place.scope();
  }

  /** A declaration without a value does not change a variable that is set. */
  private static Scope declare(
      Scope scope, String name, @Nullable String value, Kind kind, Arg arg) {
    return value == null && scope.find(name) != null
        ? scope
        : scope.with(new Variable(name, value, kind, arg.startLine()));
  }

  private void reportDefect(Instruction instruction, Resolved text, Place place) {
    if (text.defect() != null) {
      stageProblems.badSubstitution(place.stage(), instruction, text);
    }
  }
}
