package dev.drydock.check;

import dev.drydock.dockerfile.Add;
import dev.drydock.dockerfile.Copy;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.evidence.ImageEvidence;
import dev.drydock.evidence.LayerEvidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which instruction of the Dockerfile each layer of the image comes from. */
public final class Layers {

  private final List<LayerEvidence> layers;
  private final List<String> history;
  private final Map<Integer, Instruction> byHistory;

  private Layers(
      List<LayerEvidence> layers, List<String> history, Map<Integer, Instruction> byHistory) {
    this.layers = layers;
    this.history = history;
    this.byHistory = byHistory;
  }

  /** The layers of an image, none when there is no image. */
  public static Layers of(@Nullable ImageEvidence image, Dockerfile dockerfile) {
    return image == null
        ? new Layers(List.of(), List.of(), Map.of())
        : new Layers(
            image.layers(),
            image.history().stream().map(entry -> entry.createdBy()).toList(),
            HistoryMatcher.match(image, dockerfile));
  }

  /** Line of the instruction that made a layer, null when it cannot be told or is the base's. */
  public @Nullable Integer line(int layer) {
    return at(layer).map(one -> lineOfHistory(one.historyIndex())).orElse(null);
  }

  /** Line of the instruction behind an entry of the history, null when it cannot be told. */
  public @Nullable Integer lineOfHistory(int entry) {
    Instruction instruction = byHistory.get(entry);
    return instruction == null ? null : (Integer) instruction.startLine();
  }

  /** The instruction as it stands in the Dockerfile, else the history's words. */
  public String instruction(int layer) {
    return at(layer).map(one -> text(one.historyIndex())).orElse("");
  }

  /** Whether a COPY or ADD from the build context made it: a COPY from a stage did not. */
  public boolean isCopyOfContext(int layer) {
    Instruction made = at(layer).map(one -> byHistory.get(one.historyIndex())).orElse(null);
    return made instanceof Add || made instanceof Copy copy && copy.from().isEmpty();
  }

  /** Whether it was made by a RUN. */
  public boolean isRun(int layer) {
    return instruction(layer).startsWith("RUN");
  }

  /** For a sentence: {@code line 7 (RUN npm ci)}, {@code the base image}, {@code layer 3}. */
  public String where(int layer) {
    Optional<LayerEvidence> found = at(layer);
    if (found.isPresent() && found.get().base()) {
      return "the base image";
    }
    String text = Shown.brief(instruction(layer), 60);
    Integer line = line(layer);
    if (line != null) {
      return "line " + line + " (`" + text + "`)";
    }
    return text.isEmpty() ? "layer " + (layer + 1) : "`" + text + "`";
  }

  private Optional<LayerEvidence> at(int layer) {
    return layer < 0 || layer >= layers.size() ? Optional.empty() : Optional.of(layers.get(layer));
  }

  private String text(int entry) {
    Instruction instruction = byHistory.get(entry);
    if (instruction != null) {
      return StepLines.text(instruction);
    }
    return entry < 0 || entry >= history.size() ? "" : HistoryMatcher.readable(history.get(entry));
  }
}
