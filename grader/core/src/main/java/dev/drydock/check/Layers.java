package dev.drydock.check;

import dev.drydock.evidence.Evidence;
import dev.drydock.evidence.HistoryEntry;
import dev.drydock.evidence.ImageEvidence;
import dev.drydock.evidence.LayerEvidence;
import org.jspecify.annotations.Nullable;

/** stub until the anatomy is there */
public final class Layers {
  private final @Nullable ImageEvidence image;

  private Layers(@Nullable ImageEvidence image) {
    this.image = image;
  }

  public static Layers of(Evidence evidence) {
    return new Layers(evidence.built());
  }

  public @Nullable Integer line(int index) {
    return null;
  }

  public @Nullable Integer lineOfHistory(int i) {
    return null;
  }

  public String instruction(int index) {
    if (image == null || index < 0 || index >= image.layers().size()) return "";
    LayerEvidence layer = image.layers().get(index);
    int h = layer.historyIndex();
    if (h < 0 || h >= image.history().size()) return "";
    HistoryEntry e = image.history().get(h);
    return e.createdBy();
  }

  /** {@code line 7 (RUN npm ci)}, {@code the base image} or {@code layer 3}. */
  public String where(int index) {
    Integer line = line(index);
    String text = Shown.brief(instruction(index), 60);
    if (line != null) return "line " + line + " (" + text + ")";
    return text.isEmpty() ? "layer " + (index + 1) : "`" + text + "`";
  }
}
