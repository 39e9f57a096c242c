package dev.drydock.dockerfile.stage;

import dev.drydock.dockerfile.instruction.From;
import dev.drydock.dockerfile.instruction.Instruction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stage: from one FROM to the next. Two stages are equal only when they are the same. */
public final class Stage {

  private final int index;
  private final From from;
  private final Origin parent;
  private final List<Instruction> instructions;
  private final List<StageUse> uses;

  public Stage(
      int index, From from, Origin parent, List<Instruction> instructions, List<StageUse> uses) {
    this.index = index;
    this.from = from;
    this.parent = parent;
    this.instructions = List.copyOf(instructions);
    this.uses = List.copyOf(uses);
  }

  /** Counted from 0, as {@code COPY --from} counts. */
  public int index() {
    return index;
  }

  /** The name behind AS, in lower case. */
  public Optional<String> name() {
    return from.stageName();
  }

  public From from() {
    return from;
  }

  /** First line of its FROM. */
  public int startLine() {
    return from.startLine();
  }

  /** Last line of its last instruction. */
  public int endLine() {
    return instructions.isEmpty()
        ? from.endLine()
        : instructions.get(instructions.size() - 1).endLine();
  }

  /** What it is built on. */
  public Origin parent() {
    return parent;
  }

  /** The stage it is built on; null when that is an image, or nothing. */
  public @Nullable Stage parentStage() {
    return parent instanceof Origin.OfStage of ? of.stage() : null;
  }

  /** What the first stage of its chain is built on: an image, nothing, or something invalid. */
  public Origin base() {
    Stage first = this;
    for (Stage next = parentStage(); next != null; next = next.parentStage()) {
      first = next;
    }
    return first.parent;
  }

  /** Its instructions without the FROM. */
  public List<Instruction> instructions() {
    return instructions;
  }

  /** Its instructions of one kind, in order. */
  public <T extends Instruction> List<T> instructions(Class<T> type) {
    return instructions.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The last of a kind, which is the one that counts for CMD, ENTRYPOINT, USER and such. */
  public <T extends Instruction> Optional<T> last(Class<T> type) {
    List<T> all = instructions(type);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** The stages and images it takes files from, by triggers it inherits too. */
  public List<StageUse> uses() {
    return uses;
  }

  /** The name, or {@code stage 0}. */
  @Override
  public String toString() {
    return name().orElse("stage " + index);
  }
}
