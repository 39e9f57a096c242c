package dev.drydock.attribution;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.instruction.Add;
import dev.drydock.dockerfile.instruction.Copy;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.stage.Origin;
import dev.drydock.dockerfile.stage.Stage;
import dev.drydock.image.anatomy.FileSystemFacts.LeakedFile;
import dev.drydock.image.anatomy.HistoryEntry;
import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.image.anatomy.ImageLayer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Matches an image's layers with the Dockerfile lines that made them, through the image's history.
 * The history above the base is aligned with the instructions of the final stage (and those it is
 * built on), by kind and text.
 */
public final class LayerAttribution {

  private static final int MAX_TEXT = 1_000;

  private final List<LayerOrigin> origins;

  private LayerAttribution(List<LayerOrigin> origins) {
    this.origins = List.copyOf(origins);
  }

  /** Match an image with the Dockerfile it was built from. */
  public static LayerAttribution of(Dockerfile dockerfile, ImageAnatomy image) {
    int begin = 0;
    for (ImageLayer layer : image.layers()) {
      begin = layer.base() ? Math.max(begin, layer.historyIndex() + 1) : begin;
    }
    List<HistoryEntry> own = image.history().subList(begin, image.history().size());
    List<HistoryStep> steps = own.stream().map(HistoryStep::of).toList();
    List<InstructionForm> forms = forms(dockerfile);
    int[] partners =
        Alignment.of(steps, forms, InstructionForm.EXACT, (step, form) -> form.likeness(step));
    Map<Integer, Instruction> makers = new HashMap<>();
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] != Alignment.ALONE) {
        makers.put(begin + i, forms.get(partners[i]).instruction());
      }
    }
    return new LayerAttribution(
        image.layers().stream()
            .map(layer -> origin(dockerfile, image, layer, makers.get(layer.historyIndex())))
            .toList());
  }

  /** Describe an image without its Dockerfile, by its history alone. */
  public static LayerAttribution of(ImageAnatomy image) {
    return of(Dockerfile.parse(""), image);
  }

  /** The origin of every layer, the base's first. */
  public List<LayerOrigin> layers() {
    return origins;
  }

  /** The origin of one layer. */
  public LayerOrigin layer(int index) {
    return origins.get(index);
  }

  /**
   * The leaks of an image, except {@code node_modules} that came from another stage rather than a
   * developer's machine.
   */
  public List<LeakedFile> leaks(ImageAnatomy image) {
    return image.files().leaks().stream()
        .filter(leak -> !leak.kind().equals("node_modules") || layer(leak.layer()).fromContext())
        .toList();
  }

  private static List<InstructionForm> forms(Dockerfile dockerfile) {
    List<InstructionForm> forms = new ArrayList<>();
    dockerfile
        .finalStage()
        .ifPresent(
            last -> {
              for (Stage stage : dockerfile.chain(last)) {
                for (Instruction instruction : stage.instructions()) {
                  forms.add(InstructionForm.of(dockerfile, instruction));
                }
              }
            });
    return forms;
  }

  private static LayerOrigin origin(
      Dockerfile dockerfile,
      ImageAnatomy image,
      ImageLayer layer,
      @Nullable Instruction instruction) {
    if (instruction != null && !layer.base()) {
      return origin(dockerfile, layer, instruction);
    }
    int at = layer.historyIndex();
    HistoryStep step = at < 0 ? new HistoryStep("", "") : HistoryStep.of(image.history().get(at));
    boolean transfer = step.keyword().equals("COPY") || step.keyword().equals("ADD");
    return new LayerOrigin(
        layer.index(),
        layer.base(),
        step.keyword(),
        shortened(step.shown()),
        null,
        null,
        "",
        "",
        transfer && !layer.base());
  }

  private static LayerOrigin origin(
      Dockerfile dockerfile, ImageLayer layer, Instruction instruction) {
    String from = instruction instanceof Copy copy ? copy.from().orElse("") : "";
    boolean transfer = instruction instanceof Copy || instruction instanceof Add;
    return new LayerOrigin(
        layer.index(),
        false,
        instruction.keyword(),
        shortened(CollapsedText.collapsed(shown(instruction))),
        instruction.startLine(),
        instruction.endLine(),
        dockerfile.stageOf(instruction).map(Stage::toString).orElse(""),
        from.isEmpty() ? "" : sourceName(dockerfile, instruction, from),
        transfer && from.isEmpty());
  }

  private static String sourceName(Dockerfile dockerfile, Instruction copy, String from) {
    return dockerfile.stages().stream()
        .flatMap(stage -> stage.uses().stream())
        .filter(use -> use.instruction() == copy)
        .map(
            use ->
                use.origin() instanceof Origin.OfStage of ? of.stage().toString() : use.written())
        .findFirst()
        .orElse(from);
  }

  private static String shown(Instruction instruction) {
    StringBuilder text = new StringBuilder(instruction.keyword());
    instruction.flags().forEach(flag -> text.append(' ').append(flag));
    return text.append(' ').append(instruction.source().arguments()).toString();
  }

  private static String shortened(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
  }
}
