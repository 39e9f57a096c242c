package dev.drydock.dockerfile.stage;

import dev.drydock.dockerfile.instruction.From;
import dev.drydock.dockerfile.instruction.Instruction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stage: from one FROM to the next. Immutable; two stages are equal only when they are the same
 * object.
 */
public final class Stage {

  private final int index;
  private final From from;
  private final Origin parent;
  private final List<Instruction> instructions;
  private final List<StageUse> uses;

  /**
   * Put a stage together.
   *
   * @param index counted from 0
   * @param from its FROM
   * @param parent what it is built on
   * @param instructions its instructions without the FROM
   * @param uses the stages and images it takes files from
   */
  public Stage(
      int index, From from, Origin parent, List<Instruction> instructions, List<StageUse> uses) {
    this.index = index;
    this.from = from;
    this.parent = parent;
    this.instructions = List.copyOf(instructions);
    this.uses = List.copyOf(uses);
  }

  /** {@return its number, counted from 0, as in {@code COPY --from=0}} */
  public int index() {
    return index;
  }

  /** {@return the name after AS, in lower case} */
  public Optional<String> name() {
    return from.stageName();
  }

  /** {@return the instruction it begins with} */
  public From from() {
    return from;
  }

  /** {@return the first line of its FROM} */
  public int startLine() {
    return from.startLine();
  }

  /** {@return the last line of its last instruction} */
  public int endLine() {
    return instructions.isEmpty()
        ? from.endLine()
        : instructions.get(instructions.size() - 1).endLine();
  }

  /** {@return what it is built on} */
  public Origin parent() {
    return parent;
  }

  /** {@return the stage it is built on; null when it is built on an image, or on nothing} */
  public @Nullable Stage parentStage() {
    return parent instanceof Origin.OfStage of ? of.stage() : null;
  }

  /**
   * {@return what the first stage of its chain is built on: an image, nothing, or something
   * invalid}
   */
  public Origin base() {
    Stage first = this;
    for (Stage next = parentStage(); next != null; next = next.parentStage()) {
      first = next;
    }
    return first.parent;
  }

  /** {@return its instructions in order, without the FROM} */
  public List<Instruction> instructions() {
    return instructions;
  }

  /**
   * List its instructions of one kind.
   *
   * @param <T> the kind
   * @param type the kind, such as {@code Run.class}
   * @return those instructions, in order
   */
  public <T extends Instruction> List<T> instructions(Class<T> type) {
    return instructions.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /**
   * Find the last instruction of a kind: the one in force for CMD, ENTRYPOINT, USER and the like.
   *
   * @param <T> the kind
   * @param type the kind, such as {@code User.class}
   * @return the last one of this stage; those of its parents are not searched
   */
  public <T extends Instruction> Optional<T> last(Class<T> type) {
    List<T> all = instructions(type);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /**
   * {@return the stages and images it takes files from, including by inherited ONBUILD triggers}
   */
  public List<StageUse> uses() {
    return uses;
  }

  /** {@return the name, or {@code stage 0}} */
  @Override
  public String toString() {
    return name().orElse("stage " + index);
  }
}
