package dev.drydock.pipeline;

import dev.drydock.dockerignore.DockerIgnore;
import dev.drydock.engine.context.ContextScan;
import dev.drydock.engine.context.IgnoreFile;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.evidence.ContextEvidence;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.Progress;
import dev.drydock.evidence.DockerfileEvidence;
import dev.drydock.evidence.Evidence;
import dev.drydock.image.anatomy.ImageAnatomy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Evidence about what belongs to no exercise: any Dockerfile, any image. */
public final class StandaloneEvidence {

  private StandaloneEvidence() {}

  /** A Dockerfile and the context it is built in; needs no engine. */
  public static Evidence ofText(Path dockerfile, Path context) throws IOException {
    String text = new String(Files.readAllBytes(dockerfile), StandardCharsets.UTF_8);
    Path folder = context.toAbsolutePath().normalize();
    Path file = dockerfile.toAbsolutePath().normalize();
    String inside = file.startsWith(folder) ? folder.relativize(file).toString() : "Dockerfile";
    Optional<IgnoreFile> ignore = IgnoreFile.find(context, inside.replace('\\', '/'));
    DockerIgnore rules = ignore.map(IgnoreFile::rules).orElseGet(() -> DockerIgnore.parse(""));
    ContextEvidence scanned =
        ContextScan.of(context, rules)
            .evidence(ignore.map(IgnoreFile::text).orElse(null), Set.of())
            .withDevPackages(DevPackages.in(context));
    return new Evidence.Builder(
            "", "", new DockerfileEvidence(dockerfile.toString(), text), scanned)
        .collected();
  }

  /**
   * An image of the engine.
   *
   * @param name as the user calls it
   * @param base name of its base image; null to take the image with the most layers in common
   */
  public static Evidence ofImage(
      Engine engine, String name, @Nullable String base, Progress progress) {
    String id = engine.idOf(name).orElseThrow();
    List<String> below =
        base == null ? layersBelow(engine, engine.layersOf(name)) : engine.layersOf(base);
    ImageAnatomy image = new ImageReader(engine).read(id, below, Map.of(), progress);
    BuildEvidence built =
        new BuildEvidence(
            BuildEvidence.Status.BUILT,
            "",
            engine.version(),
            engine.store(),
            0,
            List.of(),
            null,
            "",
            List.of(),
            id,
            List.of());
    return new Evidence.Builder(
            "",
            name,
            new DockerfileEvidence("", ""),
            new ContextEvidence(null, List.of(), 0, 0, 0, 0))
        .build(built)
        .anatomy(image)
        .collected();
  }

  /** Layers of the largest other image that this one stands on. */
  private static List<String> layersBelow(Engine engine, List<String> layers) {
    return engine.imageNames().stream()
        .map(engine::layersOf)
        .filter(other -> other.size() < layers.size())
        .filter(other -> layers.subList(0, other.size()).equals(other))
        .max(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }
}
