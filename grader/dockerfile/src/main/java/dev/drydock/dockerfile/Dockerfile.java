package dev.drydock.dockerfile;

import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.interpreter.Interpreter;
import dev.drydock.dockerfile.interpreter.StageGraph;
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
 * A Dockerfile, read as the builder reads it. Parsing never fails, and takes time proportional to
 * the length of the file: what is wrong is in {@link #problems()}, and the rest is still there.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * Dockerfile file = Dockerfile.parse(Files.readAllBytes(path));
 * file.stages().forEach(stage -> System.out.println(stage + ", line " + stage.startLine()));
 * }</pre>
 */
public final class Dockerfile {

  /**
   * The number of instructions after which the rest of a file is not read; it is reported as a
   * problem.
   */
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

  /**
   * Parse a Dockerfile that is built without build arguments.
   *
   * @param text of the file
   * @return what the builder understands of it
   */
  public static Dockerfile parse(String text) {
    return parse(text, BuildInputs.NONE);
  }

  /**
   * Parse a Dockerfile that is built with build arguments, for a platform, or on known base images.
   *
   * @param text of the file
   * @param inputs from which its variables get their values
   * @return what the builder understands of it
   */
  public static Dockerfile parse(String text, BuildInputs inputs) {
    return parse(text, inputs, new Problems());
  }

  /**
   * Parse the bytes of a Dockerfile. Malformed UTF-8 is replaced, and reported as a problem.
   *
   * @param bytes of the file
   * @return what the builder understands of it
   */
  public static Dockerfile parse(byte[] bytes) {
    return parse(bytes, BuildInputs.NONE);
  }

  /**
   * Parse the bytes of a Dockerfile. Malformed UTF-8 is replaced, and reported as a problem.
   *
   * @param bytes of the file
   * @param inputs from which its variables get their values
   * @return what the builder understands of it
   */
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

  /** {@return the text that was parsed} */
  public String text() {
    return text;
  }

  /** {@return the escape character: a backslash, or a backtick where a directive says so} */
  public char escape() {
    return escape;
  }

  /** {@return the parser directives in force, in order} */
  public List<Directive> directives() {
    return directives;
  }

  /**
   * {@return all instructions in order, including FROMs, those before the first FROM, and unknown
   * ones}
   */
  public List<Instruction> instructions() {
    return instructions;
  }

  /**
   * List the instructions of one kind.
   *
   * @param <T> the kind
   * @param type the kind, such as {@code Run.class}
   * @return those instructions, in order
   */
  public <T extends Instruction> List<T> instructions(Class<T> type) {
    return instructions.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** {@return the stages, in order} */
  public List<Stage> stages() {
    return stages;
  }

  /** {@return the last stage, which the image is made from; empty when there is no FROM} */
  public Optional<Stage> finalStage() {
    return stages.isEmpty() ? Optional.empty() : Optional.of(stages.get(stages.size() - 1));
  }

  /**
   * Find a stage by its name.
   *
   * @param name in any case
   * @return the last stage of that name
   */
  public Optional<Stage> stage(String name) {
    return stages.stream()
        .filter(stage -> stage.name().filter(name::equalsIgnoreCase).isPresent())
        .reduce((first, second) -> second);
  }

  /**
   * Find the stage an instruction belongs to.
   *
   * @param instruction of this file
   * @return its stage; empty before the first FROM
   */
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

  /**
   * List a stage and the stages it is built on.
   *
   * @param stage of this file
   * @return the chain of FROMs: the stage on an external image first, the given one last
   */
  public List<Stage> chain(Stage stage) {
    return StageGraph.chain(stage);
  }

  /**
   * Tell whether the final stage needs a stage, directly or through others: by a FROM, a {@code
   * COPY --from} or a mount.
   *
   * @param stage of this file
   * @return whether a build carries it out
   */
  public boolean isNeeded(Stage stage) {
    return needed.contains(stage);
  }

  /** {@return the stages that are never built, in order} */
  public List<Stage> unusedStages() {
    return stages.stream().filter(stage -> !needed.contains(stage)).toList();
  }

  /** {@return every external image the file names, variables substituted, even in unused stages} */
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

  /** {@return what is wrong, by line} */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * {@return whether the file exceeds what this library reads: the builder may accept it, but what
   * is known of it may be incomplete}
   */
  public boolean isBeyondLimits() {
    return problems.stream().anyMatch(one -> one.severity() == ProblemCode.Severity.LIMIT);
  }

  /** {@return whether the builder would refuse the file} */
  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }

  /** {@return the variables that are used but not set, by line; at most a thousand} */
  public List<UndefinedVariable> undefinedVariables() {
    return undefined;
  }

  /**
   * Substitute the variables of a text as the builder would at an instruction of this file. In a
   * FROM only global ARGs count. In RUN, CMD, ENTRYPOINT, HEALTHCHECK, SHELL and ONBUILD the
   * builder itself substitutes nothing: the shell does, which knows more variables and more syntax.
   *
   * @param at the instruction whose variables count
   * @param written the text, as it stands in the file
   * @return the text after substitution
   */
  public Resolved resolve(Instruction at, String written) {
    Substituter substituter = new Substituter(escape, new Budget(Budget.FILE));
    return substituter.resolve(written, scopeOf(at));
  }

  /**
   * Substitute the variables of a heredoc that becomes a file, in which quotes have no meaning.
   *
   * @param at the instruction the heredoc belongs to
   * @param heredoc whose body is wanted
   * @return the body after substitution; the body as it is when the delimiter is quoted
   */
  public Resolved resolveBody(Instruction at, Heredoc heredoc) {
    if (!heredoc.expand()) {
      return new Resolved(heredoc.body(), List.of(), List.of(), null, false);
    }
    Substituter substituter = new Substituter(escape, new Budget(Budget.FILE));
    return substituter.resolveBody(heredoc.body(), scopeOf(at));
  }

  /**
   * Find the variable an instruction sees under a name.
   *
   * @param at the instruction
   * @param name without the dollar sign
   * @return the variable, set or only declared
   */
  public Optional<Variable> variable(Instruction at, String name) {
    return Optional.ofNullable(scopeOf(at).find(name));
  }

  /**
   * {@return the features the file uses that only BuildKit or recent versions of it have, by line}
   */
  public List<FeatureUse> features() {
    return FeatureFinder.find(this);
  }

  /** {@return the frontend a {@code # syntax=…} line asks for; null when there is none} */
  public @Nullable Frontend frontend() {
    return Frontend.find(text);
  }

  private Scope scopeOf(Instruction at) {
    return scopes.getOrDefault(at.startLine(), Scope.EMPTY);
  }
}
