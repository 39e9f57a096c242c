package dev.drydock.pipeline;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.engine.BaseImages;
import dev.drydock.engine.EngineSession;
import dev.drydock.engine.build.BuildRequest;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.host.EngineDisk;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.evidence.StarterEvidence;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExerciseHash;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.exercise.PristineFiles;
import dev.drydock.files.Fingerprint;
import dev.drydock.files.WholeFile;
import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.json.Json;
import dev.drydock.submission.SubmittedFile;
import dev.drydock.submission.SubmittedImage;
import dev.drydock.submission.workspace.Overlay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Sizes of the exercises' starters, built by the engine in use. Kept on disk by what they depend
 * on: the exercise, the engine, its store and the base images; and in memory, as a class asks for
 * the same few hundreds of times.
 */
final class StarterSizes {

  private static final String DOCKERFILE = "Dockerfile";

  private final EngineSession session;
  private final BaseImages bases;
  private final PristineBuild pristine;
  private final Path cache;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Map<String, StarterEvidence> asked = new HashMap<>();

  StarterSizes(EngineSession session, BaseImages bases, PristineBuild pristine, DrydockHome home) {
    this.session = session;
    this.pristine = pristine;
    this.bases = bases;
    this.cache = home.folder().resolve("cache").resolve("starters");
  }

  /** One at a time: several submissions of a class ask for the same starter at once. */
  StarterEvidence of(Exercise exercise, ImageSpec spec, Progress progress) {
    EngineDisk.hold(turn);
    try {
      return known(exercise, spec, progress);
    } finally {
      turn.unlock();
    }
  }

  private StarterEvidence known(Exercise exercise, ImageSpec spec, Progress progress) {
    String files = ExerciseHash.ofFiles(exercise, spec);
    StarterEvidence before = asked.get(files);
    if (before != null) {
      return before;
    }
    Path folder = session.run().temporaryFolder("starter");
    Overlay.writeStarter(exercise, spec, folder);
    try {
      Fingerprint content = new Fingerprint().add(files);
      StarterEvidence size = of(exercise, spec, folder, DOCKERFILE, content, progress);
      asked.put(files, size);
      return size;
    } catch (BaseImages.UnknownImage e) {
      throw new InfrastructureException("the starter cannot be built: " + e.getMessage(), e);
    } catch (NotBuilt e) {
      throw new InfrastructureException("the starter does not build: " + e.getMessage(), e);
    }
  }

  /**
   * Size of a project's image as it was before: by the old Dockerfile handed in with it, or else by
   * the exercise's own.
   *
   * @throws BaseImages.UnknownImage when it names an image that does not exist
   * @throws UngradableProject when it does not build
   */
  StarterEvidence before(
      Exercise exercise, OwnProject project, SubmittedImage submitted, Progress progress)
      throws BaseImages.UnknownImage, UngradableProject {
    ImageSpec spec = project.spec();
    SubmittedFile old = project.before();
    if (old == null) {
      return of(exercise, spec, progress);
    }
    Path folder = session.run().temporaryFolder("before");
    Overlay.write(exercise, spec, submitted, folder);
    Fingerprint content = new Fingerprint().add(ExerciseHash.ofFiles(exercise, spec));
    submitted.files().forEach(file -> content.add(file.name()).add(file.bytes()));
    try {
      return of(exercise, spec, folder, old.name(), content.add(old.name()), progress);
    } catch (ImageReader.UnreadableImage e) {
      throw new UngradableProject(old.source() + ": " + e.getMessage());
    } catch (NotBuilt e) {
      throw UngradableProject.notBuilt(old.source(), e.build);
    }
  }

  private StarterEvidence of(
      Exercise exercise,
      ImageSpec spec,
      Path folder,
      String dockerfile,
      Fingerprint content,
      Progress progress)
      throws BaseImages.UnknownImage, NotBuilt {
    Path file = folder.resolve(dockerfile);
    try {
      Dockerfile model = Dockerfile.parse(Files.readAllBytes(file));
      List<String> external = ImageCollector.externalImages(model);
      bases.require(external);
      String key = key(content, external);
      Path stored = cache.resolve(key + ".json");
      StarterEvidence known = read(stored);
      if (known != null) {
        return known;
      }
      ImageCollector.neutralise(file, model);
      StarterEvidence measured = measure(exercise, spec, folder, file, model, key, progress);
      WholeFile.write(stored, Json.write(measured));
      return measured;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      session.run().discard(folder);
    }
  }

  private StarterEvidence measure(
      Exercise exercise,
      ImageSpec spec,
      Path folder,
      Path dockerfile,
      Dockerfile model,
      String key,
      Progress progress)
      throws NotBuilt {
    BuildRequest request =
        new BuildRequest(
            folder,
            dockerfile,
            session.run().uniqueName("starter"),
            session.run().labels(),
            Map.of(ImageCollector.CACHE_MOUNTS, key),
            BuildRequest.Steps.usual(spec.build().network() == ImageSpec.BuildNetwork.DEFAULT),
            BuildRequest.Limits.of(spec.build().within(), spec.build().disk()));
    progress.at("starter", "building the image to compare sizes with (once)");
    BuildEvidence build =
        new FairBuild(pristine, exercise, spec, progress)
            .of(() -> session.builder().attempt(request, progress));
    String id = build.imageId();
    if (id == null) {
      throw new NotBuilt(build);
    }
    List<String> base =
        ImageCollector.baseOf(model)
            .map(name -> session.engine().layersOf(name))
            .findFirst()
            .orElse(List.of());
    ImageAnatomy image = new ImageReader(session).read(id, base, Map.of(), progress);
    session.removeImage(request.tag());
    return new StarterEvidence(image.sizeBytes(), image.ownBytes());
  }

  /** The same content on the same engine and bases has the same size. */
  private String key(Fingerprint content, List<String> external) {
    content.add(session.engine().version()).add(session.engine().store());
    content.add(session.builder().name());
    external.forEach(name -> content.add(String.join(",", session.engine().layersOf(name))));
    return content.hex();
  }

  /** Every image from outside that an exercise's own Dockerfiles build on. */
  static Set<String> externalImages(Exercise exercise) {
    Set<String> names = new TreeSet<>();
    for (ImageSpec spec : exercise.images()) {
      Path file = PristineFiles.of(exercise, spec).get(DOCKERFILE);
      if (file != null) {
        try {
          Dockerfile model = Dockerfile.parse(Files.readAllBytes(file));
          names.addAll(ImageCollector.externalImages(model));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return names;
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

  /** Whose that is depends on whose Dockerfile it is. */
  private static final class NotBuilt extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient BuildEvidence build;

    NotBuilt(BuildEvidence build) {
      super(build.message());
      this.build = build;
    }
  }
}
