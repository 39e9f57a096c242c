package dev.drydock.pipeline;

import dev.drydock.check.Need;
import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Frontend;
import dev.drydock.dockerfile.stage.Origin;
import dev.drydock.dockerfile.stage.Stage;
import dev.drydock.dockerignore.DockerIgnore;
import dev.drydock.engine.BaseImages;
import dev.drydock.engine.EngineSession;
import dev.drydock.engine.build.BuildAttempt;
import dev.drydock.engine.build.BuildRequest;
import dev.drydock.engine.context.ContextScan;
import dev.drydock.engine.context.IgnoreFile;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.evidence.ContextEvidence;
import dev.drydock.engine.evidence.RunEvidence;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.job.Job;
import dev.drydock.engine.run.CommandRuns;
import dev.drydock.engine.run.ServiceRun;
import dev.drydock.evidence.DockerfileEvidence;
import dev.drydock.evidence.Evidence;
import dev.drydock.evidence.RebuildEvidence;
import dev.drydock.evidence.RebuildEvidence.Rebuild;
import dev.drydock.evidence.StarterEvidence;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.image.ByteSize;
import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.submission.SubmittedImage;
import dev.drydock.submission.workspace.Overlay;
import dev.drydock.submission.workspace.Salt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Collects the evidence about one image of a submission: lays it over the exercise, builds it,
 * takes the image apart, runs it, and builds it again where the exercise asks for that.
 */
final class ImageCollector {

  private static final String DOCKERFILE = "Dockerfile";

  /** What one submission leaves in a cache mount, no other one finds. */
  static final String CACHE_MOUNTS = "BUILDKIT_CACHE_MOUNT_NS";

  private final EngineSession session;
  private final BaseImages bases;
  private final StarterSizes starters;
  private final PristineBuild pristine;
  private final Exercise exercise;
  private final OwnProject project;
  private final ImageSpec spec;
  private final Set<Need> needs;
  private final Salt salt;
  private final Slots slots;
  private final Progress progress;

  ImageCollector(
      EngineSession session,
      BaseImages bases,
      StarterSizes starters,
      PristineBuild pristine,
      Exercise exercise,
      OwnProject project,
      Salt salt,
      Slots slots,
      Progress progress) {
    this.session = session;
    this.bases = bases;
    this.starters = starters;
    this.pristine = pristine;
    this.exercise = exercise;
    this.project = project;
    this.spec = project.spec();
    this.needs = CheckCatalogue.needs(spec);
    this.salt = salt;
    this.slots = slots;
    this.progress = progress;
  }

  /**
   * Collect.
   *
   * @throws BaseImages.UnknownImage when the Dockerfile names an image that does not exist
   * @throws UngradableProject when the Dockerfile from before does not build
   */
  Evidence collect(SubmittedImage submitted) throws BaseImages.UnknownImage, UngradableProject {
    Path folder = session.run().temporaryFolder(spec.name());
    try {
      return collect(submitted, folder);
    } finally {
      session.run().discard(folder);
    }
  }

  private Evidence collect(SubmittedImage submitted, Path folder)
      throws BaseImages.UnknownImage, UngradableProject {
    Overlay.write(exercise, spec, submitted, folder);
    Salt.Planted planted = salt.plant(folder, spec.files().salt());
    DockerfileEvidence text = TextCollector.text(submitted);
    Dockerfile model = Dockerfile.parse(submitted.dockerfile().bytes());
    ContextEvidence context = scan(folder, planted);
    List<String> standIns = bases.require(externalImages(model));
    Canaries canaries = canaries(model, planted);
    BuildRequest request = request(folder, model, canaries);
    BuildEvidence build = build(request).withStandIns(standIns);
    boolean withoutSalt = build.status() == BuildEvidence.Status.FAILED && sendsSalt(context);
    if (withoutSalt) {
      // what we planted is ours: it may cost the checks it is about, and not the build
      planted.removeFrom(folder);
      request = request(folder, model, canaries);
      build = build(request).withStandIns(standIns);
    }
    Evidence.Builder evidence =
        new Evidence.Builder(exercise.id(), spec.name(), text, context)
            .build(build)
            .withoutSalt(withoutSalt)
            .project(project.declaration());
    String imageId = build.imageId();
    if (imageId == null) {
      return evidence.collected();
    }
    ImageAnatomy image;
    try {
      requireUsualSize(imageId, model);
      image = read(imageId, model, canaries);
    } catch (ImageReader.UnreadableImage e) {
      session.removeImage(request.tag());
      return evidence.build(build.tooMuch(String.valueOf(e.getMessage()))).collected();
    }
    evidence.anatomy(image);
    try (Slots.Slot slot = slots.run()) {
      RunEvidence usual = run(imageId, image, false);
      evidence.run(usual, needs.contains(Need.HARDENED_RUN) ? run(imageId, image, true) : null);
    }
    evidence.rebuild(needs.contains(Need.REBUILD) ? rebuild(folder, request) : null);
    session.removeImage(request.tag());
    evidence.starter(needs.contains(Need.STARTER) ? starter(submitted) : null);
    return evidence.collected();
  }

  /**
   * To read an image, the engine writes it out: also the holes in its files, which took no room.
   */
  private void requireUsualSize(String imageId, Dockerfile model) {
    Engine engine = session.engine();
    long base = baseOf(model).mapToLong(engine::sizeOf).findFirst().orElse(0);
    long own = engine.sizeOf(imageId) - base;
    if (own > spec.build().disk().bytes()) {
      throw new ImageReader.UnreadableImage(
          "It adds "
              + ByteSize.of(own)
              + " to its base, more than the "
              + spec.build().disk()
              + " that a build may write");
    }
  }

  private static boolean sendsSalt(ContextEvidence context) {
    return context.files().stream().anyMatch(file -> file.salted() && file.sent());
  }

  private BuildEvidence build(BuildRequest request) {
    return new FairBuild(pristine, exercise, spec, progress).of(() -> attempt(request));
  }

  private BuildAttempt attempt(BuildRequest request) {
    try (Slots.Slot slot = slots.build()) {
      return session.builder().attempt(request, progress);
    }
  }

  private StarterEvidence starter(SubmittedImage submitted)
      throws BaseImages.UnknownImage, UngradableProject {
    try (Slots.Slot slot = slots.build()) {
      return spec.takesWholeProject()
          ? starters.before(exercise, project, submitted, progress)
          : starters.of(exercise, spec, progress);
    }
  }

  static ContextEvidence scan(Path folder, Salt.Planted planted) {
    try {
      Optional<IgnoreFile> ignore = IgnoreFile.find(folder, DOCKERFILE);
      DockerIgnore rules = ignore.map(IgnoreFile::rules).orElseGet(() -> DockerIgnore.parse(""));
      return ContextScan.of(folder, rules)
          .evidence(ignore.map(IgnoreFile::text).orElse(null), new TreeSet<>(planted.paths()))
          .withDevPackages(DevPackages.in(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Canaries canaries(Dockerfile model, Salt.Planted planted) {
    Canaries inFiles = Canaries.inFiles(planted);
    return needs.contains(Need.PLANTED_ARGUMENTS) ? inFiles.andInArguments(model, salt) : inFiles;
  }

  private BuildRequest request(Path folder, Dockerfile model, Canaries canaries) {
    Path dockerfile = folder.resolve(DOCKERFILE);
    neutralise(dockerfile, model);
    return new BuildRequest(
        folder,
        dockerfile,
        session.run().uniqueName(spec.name()),
        session.run().labels(),
        buildArguments(canaries),
        BuildRequest.Steps.usual(spec.build().network() == ImageSpec.BuildNetwork.DEFAULT),
        BuildRequest.Limits.of(spec.build().within(), spec.build().disk()));
  }

  /** Cache mounts are a submission's own; the other arguments are what is planted. */
  private Map<String, String> buildArguments(Canaries canaries) {
    Map<String, String> arguments = new HashMap<>(canaries.buildArguments());
    arguments.put(CACHE_MOUNTS, salt.canary(CACHE_MOUNTS));
    return arguments;
  }

  /** A syntax line makes BuildKit pull that frontend, which the built-in one stands in for. */
  static void neutralise(Path dockerfile, Dockerfile model) {
    if (model.frontend() != null) {
      try {
        Files.writeString(dockerfile, Frontend.withoutRequest(model.text()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private ImageAnatomy read(String imageId, Dockerfile model, Canaries canaries) {
    List<String> base =
        baseOf(model).map(name -> session.engine().layersOf(name)).findFirst().orElse(List.of());
    return new ImageReader(session).read(imageId, base, canaries.byName(), progress);
  }

  private RunEvidence run(String imageId, ImageAnatomy image, boolean hardened) {
    Job job = spec.job();
    return job instanceof Job.Service service
        ? new ServiceRun(session, service, progress)
            .run(imageId, image.config().stopSignal(), hardened)
        : new CommandRuns(session, (Job.Command) job, progress).run(imageId);
  }

  private RebuildEvidence rebuild(Path folder, BuildRequest request) {
    ImageSpec.Rebuild touched = spec.rebuild();
    Rebuild same = again(request, "");
    if (touched == null) {
      return new RebuildEvidence(same, null, null);
    }
    Rebuild source = touchAndBuild(folder, touched.source(), request);
    Rebuild manifest = touchAndBuild(folder, touched.manifest(), request);
    return new RebuildEvidence(same, source, manifest);
  }

  private Rebuild touchAndBuild(Path folder, String name, BuildRequest request) {
    try {
      Touch.file(folder.resolve(name), session.run().uniqueName("touch"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return again(request, name);
  }

  private Rebuild again(BuildRequest request, String touched) {
    progress.at("rebuild", touched.isEmpty() ? "unchanged" : touched + " touched");
    BuildEvidence build = build(request);
    return new Rebuild(touched, build.status() == BuildEvidence.Status.BUILT, build.steps());
  }

  /** Every image from outside that the build needs. */
  static List<String> externalImages(Dockerfile model) {
    return model.stages().stream()
        .filter(model::isNeeded)
        .flatMap(
            stage ->
                Stream.concat(
                    Stream.of(stage.parent()), stage.uses().stream().map(use -> use.origin())))
        .flatMap(ImageCollector::imageName)
        .distinct()
        .sorted()
        .toList();
  }

  /** The image that the final stage stands on; none for scratch. */
  static Stream<String> baseOf(Dockerfile model) {
    return model.finalStage().stream()
        .map(stage -> model.chain(stage).get(0))
        .map(Stage::parent)
        .flatMap(ImageCollector::imageName);
  }

  private static Stream<String> imageName(Origin origin) {
    return origin instanceof Origin.OfImage of ? Stream.of(of.image().toString()) : Stream.of();
  }
}
