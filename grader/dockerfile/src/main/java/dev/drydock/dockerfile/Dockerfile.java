package dev.drydock.dockerfile;

import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.interpreter.Interpreter;
import dev.drydock.dockerfile.lines.DirectiveReader;
import dev.drydock.dockerfile.lines.PhysicalLines;
import dev.drydock.dockerfile.lines.Problems;
import dev.drydock.dockerfile.reader.InstructionReader;
import dev.drydock.dockerfile.rules.TextChecks;
import dev.drydock.dockerfile.source.Directive;
import dev.drydock.dockerfile.source.Heredoc;
import dev.drydock.dockerfile.source.Problem;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.stage.BuildInputs;
import dev.drydock.dockerfile.stage.Origin;
import dev.drydock.dockerfile.stage.Resolved;
import dev.drydock.dockerfile.stage.Stage;
import dev.drydock.dockerfile.stage.StageGraph;
import dev.drydock.dockerfile.stage.StageUse;
import dev.drydock.dockerfile.stage.UndefinedVariable;
import dev.drydock.dockerfile.stage.Variable;
import dev.drydock.dockerfile.variables.Scope;
import dev.drydock.dockerfile.variables.Substituter;
import dev.drydock.dockerfile.words.Budget;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Dockerfile, read as the builder reads it. Immutable. Reading never fails and takes time
 * proportional to the length: what is wrong is in {@link #problems}, and the rest is still there.
 */
public final class Dockerfile {

  /** A file with more is not read to its end. */
  public static final int MAX_INSTRUCTIONS = Interpreter.MAX_INSTRUCTIONS;

  private final String text;
  private final char escape;
  private final List<Directive> directives;
  private final List<Instruction> instructions;
  private final List<Stage> stages;
  private final Set<Stage> needed;
  private final Map<Integer, Scope> scopes;
  private final List<UndefinedVariable> undefined;
  private final List<Problem> problems;

  private Dockerfile(
      String text,
      DirectiveReader directives,
      List<Instruction> read,
      Interpreter run,
      Problems problems) {
    this.text = text;
    this.escape = directives.escape();
    this.directives = directives.directives();
    this.instructions = List.copyOf(read);
    this.stages = run.stages();
    this.needed = Set.copyOf(StageGraph.needed(stages));
    this.scopes = run.scopes();
    this.undefined = run.undefined();
    this.problems = problems.sorted();
  }

  /** Read a Dockerfile built without arguments. */
  public static Dockerfile parse(String text) {
    return parse(text, BuildInputs.NONE);
  }

  /** Read a Dockerfile; the inputs decide what its variables are. */
  public static Dockerfile parse(String text, BuildInputs inputs) {
    return parse(text, inputs, new Problems());
  }

  /** Read the bytes of a Dockerfile; malformed UTF-8 is a problem and replaced. */
  public static Dockerfile parse(byte[] bytes) {
    return parse(bytes, BuildInputs.NONE);
  }

  /** Read the bytes of a Dockerfile; malformed UTF-8 is a problem and replaced. */
  public static Dockerfile parse(byte[] bytes, BuildInputs inputs) {
    Problems problems = new Problems();
    String text = new String(bytes, StandardCharsets.UTF_8);
    TextChecks.encoding(bytes, text, problems);
    return parse(text, inputs, problems);
  }

  private static Dockerfile parse(String text, BuildInputs inputs, Problems problems) {
    TextChecks.characters(text, problems);
    DirectiveReader directives = new DirectiveReader(problems);
    PhysicalLines lines = new PhysicalLines(text);
    List<Instruction> instructions =
        readAll(new InstructionReader(lines, directives, problems), problems);
    Interpreter run = new Interpreter(instructions, directives.escape(), inputs, problems);
    run.run();
    TextChecks.content(text, instructions, run.stages(), problems);
    return new Dockerfile(text, directives, instructions, run, problems);
  }

  private static List<Instruction> readAll(InstructionReader reader, Problems problems) {
    List<Instruction> instructions = new ArrayList<>();
    Instruction next = reader.next();
    while (next != null) {
      if (instructions.size() == MAX_INSTRUCTIONS) {
        problems.add(
            next.startLine(),
            ProblemCode.TOO_MANY_INSTRUCTIONS,
            "the file has more than " + MAX_INSTRUCTIONS + " instructions",
            "The rest is not read.");
        return instructions;
      }
      instructions.add(next);
      next = reader.next();
    }
    return instructions;
  }

  public String text() {
    return text;
  }

  /** The escape character: a backslash, or a backtick where the file says so. */
  public char escape() {
    return escape;
  }

  /** The parser directives in force, in order. */
  public List<Directive> directives() {
    return directives;
  }

  /** All instructions in order: the FROMs, those before the first one, and the unknown ones. */
  public List<Instruction> instructions() {
    return instructions;
  }

  /** All instructions of one kind, in order. */
  public <T extends Instruction> List<T> instructions(Class<T> type) {
    return instructions.stream().filter(type::isInstance).map(type::cast).toList();
  }

  public List<Stage> stages() {
    return stages;
  }

  /** The stage the image is made of; none when there is no FROM. */
  public Optional<Stage> finalStage() {
    return stages.isEmpty() ? Optional.empty() : Optional.of(stages.get(stages.size() - 1));
  }

  /** Find a stage by its name, regardless of case. */
  public Optional<Stage> stage(String name) {
    return stages.stream()
        .filter(stage -> stage.name().filter(name::equalsIgnoreCase).isPresent())
        .reduce((first, second) -> second);
  }

  /** The stage an instruction stands in; none before the first FROM. */
  public Optional<Stage> stageOf(Instruction instruction) {
    Stage found = null;
    int low = 0;
    int high = stages.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (stages.get(middle).startLine() <= instruction.startLine()) {
        found = stages.get(middle);
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.ofNullable(found);
  }

  /** A stage and what it is FROM, the one on the external image first. */
  public List<Stage> chain(Stage stage) {
    return StageGraph.chain(stage);
  }

  /** Whether the final stage needs a stage: its FROM, a COPY --from, a mount, over any steps. */
  public boolean isNeeded(Stage stage) {
    return needed.contains(stage);
  }

  /** The stages that are never built. */
  public List<Stage> unusedStages() {
    return stages.stream().filter(stage -> !needed.contains(stage)).toList();
  }

  /** Every image from outside the file names, variables substituted, also in unused stages. */
  public List<ImageUse> images() {
    List<ImageUse> images = new ArrayList<>();
    for (Stage stage : stages) {
      if (stage.parent() instanceof Origin.OfImage of) {
        images.add(new ImageUse(of.image(), stage.from(), stage));
      }
      for (StageUse use : stage.uses()) {
        if (use.origin() instanceof Origin.OfImage of) {
          images.add(new ImageUse(of.image(), use.instruction(), stage));
        }
      }
    }
    return List.copyOf(images);
  }

  /** What is wrong, by line. */
  public List<Problem> problems() {
    return problems;
  }

  /** Whether the builder would refuse the file. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }

  /** Variables that are used and not set, by line; the first thousand. */
  public List<UndefinedVariable> undefinedVariables() {
    return undefined;
  }

  /**
   * Substitute the variables of a text as the builder would at an instruction of this file. In a
   * FROM only the global ARGs count. The builder itself does so in all instructions but RUN, CMD,
   * ENTRYPOINT, HEALTHCHECK, SHELL and ONBUILD: there it is the shell, which knows more variables
   * and more syntax.
   */
  public Resolved resolve(Instruction at, String written) {
    Substituter substituter = new Substituter(escape, new Budget(Budget.FILE));
    return substituter.resolve(written, scopeOf(at));
  }

  /** Substitute the variables of a heredoc that becomes a file, where quotes mean nothing. */
  public Resolved resolveBody(Instruction at, Heredoc heredoc) {
    if (!heredoc.expand()) {
      return new Resolved(heredoc.body(), List.of(), List.of(), null);
    }
    Substituter substituter = new Substituter(escape, new Budget(Budget.FILE));
    return substituter.resolveBody(heredoc.body(), scopeOf(at));
  }

  /** The variable an instruction sees under a name, set or only declared. */
  public Optional<Variable> variable(Instruction at, String name) {
    return Optional.ofNullable(scopeOf(at).find(name));
  }

  /** The BuildKit-only and recent features the file uses, by line. */
  public List<FeatureUse> features() {
    return FeatureFinder.find(this);
  }

  /** The frontend a syntax line asks for; null when there is none. */
  public @Nullable Frontend frontend() {
    return Frontend.find(text);
  }

  private Scope scopeOf(Instruction at) {
    return scopes.getOrDefault(at.startLine(), Scope.EMPTY);
  }
}
