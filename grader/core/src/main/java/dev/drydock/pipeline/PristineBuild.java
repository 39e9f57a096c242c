package dev.drydock.pipeline;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.engine.BaseImages;
import dev.drydock.engine.EngineSession;
import dev.drydock.engine.build.BuildAttempt;
import dev.drydock.engine.build.BuildRequest;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.host.EngineDisk;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.run.RegistryReach;
import dev.drydock.engine.run.RegistryReach.Trouble;
import dev.drydock.engine.run.RegistryReach.Trust;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.submission.workspace.Overlay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The exercise's own starter, built without any cache: when that fails, or takes too long, too, a
 * submission's failure says nothing about the submission.
 */
final class PristineBuild {

  private static final String DOCKERFILE = "Dockerfile";

  private final EngineSession session;
  private final BaseImages bases;

  /** One at a time; what one has found out, others who waited use. */
  private final ReentrantLock turn = new ReentrantLock(true);

  /** When each last was begun and went well. */
  private final Map<String, Long> well = new HashMap<>();

  PristineBuild(EngineSession session, BaseImages bases) {
    this.session = session;
    this.bases = bases;
  }

  /**
   * Make sure that it builds.
   *
   * @param since when the failure in question began, by {@link System#nanoTime}
   * @throws InfrastructureException when it does not
   */
  void require(Exercise exercise, ImageSpec spec, long since, Progress progress) {
    EngineDisk.hold(turn);
    try {
      String key = exercise.id() + "/" + spec.name();
      Long last = well.get(key);
      if (last != null && last - since >= 0) {
        return;
      }
      long began = System.nanoTime();
      progress.at("build", "does the exercise's own starter build?");
      BuildEvidence build = build(exercise, spec, progress);
      if (build.status() != BuildEvidence.Status.BUILT) {
        throw new InfrastructureException(
            "the exercise's own starter does not build at the moment either: "
                + build.message().lines().findFirst().orElse(""));
      }
      well.put(key, began);
    } finally {
      turn.unlock();
    }
  }

  /**
   * Make sure that builds reach what they install from: not every starter installs something, and
   * its base image may know a certificate of this machine that others lack.
   *
   * @param since when the failure in question began, by {@link System#nanoTime}
   * @throws InfrastructureException when they do not
   */
  void requireNetwork(Trust trust, long since, Progress progress) {
    EngineDisk.hold(turn);
    try {
      Long last = well.get(trust.name());
      if (last != null && last - since >= 0) {
        return;
      }
      long began = System.nanoTime();
      progress.at("build", "do builds reach a registry of packages?");
      Optional<Trouble> trouble = RegistryReach.trouble(session, withNpm(), trust);
      if (trouble.isPresent()) {
        throw new InfrastructureException(
            "builds on this machine do not reach npm's registry"
                + (trouble.get().certificate()
                    ? " with the certificates that every image has: "
                    : ": ")
                + trouble.get().words());
      }
      well.put(trust.name(), began);
    } catch (BaseImages.UnknownImage e) {
      throw new InfrastructureException(
          "whether builds reach npm's registry could not be tried: " + e.getMessage(), e);
    } finally {
      turn.unlock();
    }
  }

  private String withNpm() throws BaseImages.UnknownImage {
    Optional<String> there = RegistryReach.image(session);
    if (there.isEmpty()) {
      bases.require(List.of(RegistryReach.USUAL_IMAGE));
    }
    return there.orElse(RegistryReach.USUAL_IMAGE);
  }

  private BuildEvidence build(Exercise exercise, ImageSpec spec, Progress progress) {
    Path folder = session.run().temporaryFolder("pristine");
    try {
      Overlay.writeStarter(exercise, spec, folder);
      Path file = folder.resolve(DOCKERFILE);
      Dockerfile model = Dockerfile.parse(Files.readAllBytes(file));
      bases.require(ImageCollector.externalImages(model));
      ImageCollector.neutralise(file, model);
      BuildRequest request =
          new BuildRequest(
                  folder,
                  file,
                  session.run().uniqueName("pristine"),
                  session.run().labels(),
                  Map.of(),
                  BuildRequest.Steps.usual(
                      spec.build().network() == ImageSpec.BuildNetwork.DEFAULT),
                  BuildRequest.Limits.of(spec.build().within(), spec.build().disk()))
              .uncached();
      BuildAttempt attempt = session.builder().attempt(request, progress);
      session.removeImage(request.tag());
      return attempt.evidence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BaseImages.UnknownImage e) {
      throw new InfrastructureException("the starter cannot be built: " + e.getMessage(), e);
    } finally {
      session.run().discard(folder);
    }
  }
}
