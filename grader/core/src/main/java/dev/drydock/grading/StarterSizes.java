package dev.drydock.grading;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.engine.BaseImages;
import dev.drydock.engine.BuildRequest;
import dev.drydock.engine.DrydockHome;
import dev.drydock.engine.EngineSession;
import dev.drydock.engine.InfrastructureException;
import dev.drydock.engine.Progress;
import dev.drydock.evidence.BuildEvidence;
import dev.drydock.evidence.ImageEvidence;
import dev.drydock.evidence.StarterEvidence;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExerciseHash;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.files.WholeFile;
import dev.drydock.json.Json;
import dev.drydock.submission.Overlay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Sizes of the exercises' starters, built by the engine in use. Kept on disk by what they depend
 * on: the exercise, the engine, its store and the base images.
 */
final class StarterSizes {

  private final EngineSession session;
  private final BaseImages bases;
  private final Path cache;

  StarterSizes(EngineSession session, BaseImages bases, DrydockHome home) {
    this.session = session;
    this.bases = bases;
    this.cache = home.folder().resolve("cache").resolve("starters");
  }

  /** One at a time: several submissions of a class ask for the same starter at once. */
  synchronized StarterEvidence of(Exercise exercise, ImageSpec spec, Progress progress) {
    Path folder = session.run().temporaryFolder("starter");
    Overlay.writeStarter(exercise, spec, folder);
    try {
      Dockerfile model = Dockerfile.parse(Files.readAllBytes(folder.resolve("Dockerfile")));
      List<String> external = ImageCollector.externalImages(model);
      bases.require(external);
      Path stored = cache.resolve(key(exercise, spec, external) + ".json");
      StarterEvidence known = read(stored);
      if (known != null) {
        return known;
      }
      StarterEvidence measured = measure(spec, folder, model, progress);
      WholeFile.write(stored, Json.write(measured));
      return measured;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BaseImages.UnknownImage e) {
      throw new InfrastructureException("the starter cannot be built: " + e.getMessage(), e);
    }
  }

  private StarterEvidence measure(
      ImageSpec spec, Path folder, Dockerfile model, Progress progress) {
    BuildRequest request =
        new BuildRequest(
            folder,
            folder.resolve("Dockerfile"),
            session.run().uniqueName("starter"),
            session.run().labels(),
            Map.of(),
            spec.buildNetwork() == ImageSpec.BuildNetwork.DEFAULT,
            BuildRequest.Limits.DEFAULT);
    progress.at("starter", "building the starter, to compare with (once)");
    BuildEvidence build = session.builder().build(request, progress);
    String id = build.imageId();
    if (id == null) {
      throw new InfrastructureException("the starter does not build: " + build.message());
    }
    List<String> base =
        ImageCollector.baseOf(model)
            .map(name -> session.engine().layersOf(name))
            .findFirst()
            .orElse(List.of());
    ImageEvidence image = new ImageReader(session).read(id, base, Map.of(), progress);
    session.removeImage(id);
    return new StarterEvidence(image.sizeBytes(), image.ownBytes());
  }

  private String key(Exercise exercise, ImageSpec spec, List<String> external) {
    StringBuilder parts = new StringBuilder();
    parts.append(ExerciseHash.ofFiles(exercise, spec)).append('\n');
    parts.append(session.engine().version()).append(' ').append(session.engine().store());
    parts.append(' ').append(session.builder().name()).append('\n');
    external.forEach(
        name -> parts.append(String.join(",", session.engine().layersOf(name))).append('\n'));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(parts.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static @Nullable StarterEvidence read(Path stored) throws IOException {
    if (!Files.isReadable(stored)) {
      return null;
    }
    try {
      return Json.mapper().readValue(Files.readAllBytes(stored), StarterEvidence.class);
    } catch (JacksonException e) {
      return null; // not ours any more: measured anew and written over
    }
  }
}
