package dev.drydock.check;

import dev.drydock.attribution.LayerAttribution;
import dev.drydock.attribution.LayerOrigin;
import dev.drydock.attribution.Saving;
import dev.drydock.attribution.Savings;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.image.anatomy.FileSystemFacts.LeakedFile;
import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.image.anatomy.ImageLayer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which instruction of the Dockerfile each layer of the image comes from, for sentences. */
public final class Layers {

  private static final int BRIEF = 60;

  private final @Nullable ImageAnatomy image;
  private final @Nullable LayerAttribution attribution;

  private Layers(@Nullable ImageAnatomy image, @Nullable LayerAttribution attribution) {
    this.image = image;
    this.attribution = attribution;
  }

  /** The layers of an image, none when there is no image. */
  public static Layers of(@Nullable ImageAnatomy image, Dockerfile dockerfile) {
    return new Layers(image, image == null ? null : LayerAttribution.of(dockerfile, image));
  }

  /** Line of the instruction that made a layer, null when unknown or the base's. */
  public @Nullable Integer line(int layer) {
    return at(layer).map(LayerOrigin::line).orElse(null);
  }

  /** Line of the instruction behind an entry of the history, null when it made no layer. */
  public @Nullable Integer lineOfHistory(int entry) {
    return image == null
        ? null
        : image.layers().stream()
            .filter(layer -> layer.historyIndex() == entry)
            .findFirst()
            .map(ImageLayer::index)
            .map(this::line)
            .orElse(null);
  }

  /** The instruction from the Dockerfile, or else the history's words. */
  public String instruction(int layer) {
    return at(layer).map(LayerOrigin::instruction).orElse("");
  }

  /** Whether it was made by a RUN. */
  public boolean isRun(int layer) {
    return at(layer).filter(one -> one.keyword().equals("RUN")).isPresent();
  }

  /** Whether its words set another owner or mode. */
  public boolean asksForOwnerOrMode(int layer) {
    return at(layer).filter(LayerOrigin::asksForOwnerOrMode).isPresent();
  }

  /** The developer's files in the image; modules installed in another stage do not count. */
  public List<LeakedFile> leaks() {
    return image == null || attribution == null ? List.of() : attribution.leaks(image);
  }

  /** What would make the image lighter, most bytes first. */
  public List<Saving> savings(Set<String> devPackages) {
    return image == null || attribution == null
        ? List.of()
        : Savings.of(image, attribution, devPackages);
  }

  /** For a sentence: {@code line 7 (`RUN npm ci`)}, {@code the base image}, {@code layer 3}. */
  public String where(int layer) {
    Optional<LayerOrigin> origin = at(layer);
    if (origin.isPresent() && origin.get().base()) {
      return "the base image";
    }
    String text = Shown.brief(instruction(layer), BRIEF);
    Integer line = line(layer);
    if (line != null) {
      return "line " + line + " (`" + text + "`)";
    }
    return text.isEmpty() ? "layer " + (layer + 1) : "`" + text + "`";
  }

  private Optional<LayerOrigin> at(int layer) {
    return attribution == null || layer < 0 || layer >= attribution.layers().size()
        ? Optional.empty()
        : Optional.of(attribution.layer(layer));
  }
}
