package dev.drydock.verdict;

import dev.drydock.check.CheckInput;
import dev.drydock.check.Layers;
import dev.drydock.check.Shown;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.evidence.RunEvidence;
import dev.drydock.evidence.Evidence;
import dev.drydock.evidence.StarterEvidence;
import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.image.anatomy.ImageLayer;
import dev.drydock.image.anatomy.WastedPath;
import dev.drydock.verdict.ImageResult.DockerfileText;
import dev.drydock.verdict.ImageResult.LayerResult;
import dev.drydock.verdict.ImageResult.PathBytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a result shows of an image besides its checks. */
final class ImageResults {

  private static final int DOCKERFILE_CHARACTERS = 100_000;
  private static final int INSTRUCTION_CHARACTERS = 400;

  private ImageResults() {}

  static ImageResult of(CheckInput input, List<CheckResult> checks) {
    Evidence evidence = input.evidence();
    ImageAnatomy image = evidence.anatomy();
    StarterEvidence starter = evidence.starter();
    BuildEvidence build = evidence.build();
    RunEvidence run = evidence.run();
    return new ImageResult(
        evidence.folder(),
        image == null ? null : (Long) image.sizeBytes(),
        image == null ? null : (Long) image.engineSizeBytes(),
        image == null ? null : (Long) image.compressedBytes(),
        starter == null ? null : (Long) starter.sizeBytes(),
        image == null ? List.of() : layers(image, input.layers()),
        image == null ? null : (Long) image.wastedBytes(),
        checks,
        dockerfile(evidence),
        SavingTexts.of(input),
        heaviest(image),
        build == null ? List.of() : build.logTail(),
        run == null ? List.of() : run.logTail());
  }

  private static List<LayerResult> layers(ImageAnatomy image, Layers layers) {
    return image.layers().stream().map(layer -> layer(layer, image, layers)).toList();
  }

  private static LayerResult layer(ImageLayer layer, ImageAnatomy image, Layers layers) {
    long wasted =
        image.waste().stream()
            .filter(path -> path.addedLayer() == layer.index())
            .mapToLong(WastedPath::bytes)
            .sum();
    return new LayerResult(
        layer.diffId(),
        layer.bytes(),
        Shown.brief(layers.instruction(layer.index()), INSTRUCTION_CHARACTERS),
        layers.line(layer.index()),
        layer.base(),
        wasted);
  }

  private static DockerfileText dockerfile(Evidence evidence) {
    String text = evidence.dockerfile().text();
    return new DockerfileText(
        evidence.dockerfile().path(),
        text.length() <= DOCKERFILE_CHARACTERS ? text : text.substring(0, DOCKERFILE_CHARACTERS));
  }

  private static List<PathBytes> heaviest(@Nullable ImageAnatomy image) {
    return image == null
        ? List.of()
        : image.files().largest().stream()
            .map(file -> new PathBytes(file.path(), file.bytes()))
            .toList();
  }
}
