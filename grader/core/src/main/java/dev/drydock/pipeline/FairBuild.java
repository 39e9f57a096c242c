package dev.drydock.pipeline;

import dev.drydock.check.build.NetworkTrouble;
import dev.drydock.engine.build.BuildAttempt;
import dev.drydock.engine.build.BuildAttempt.Ending;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.run.RegistryReach.Trust;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ImageSpec;
import java.util.function.Supplier;

/**
 * Builds a submission's image, and does not take a network that is down, or an engine that is slow,
 * for the submission's fault.
 */
final class FairBuild {

  private final PristineBuild pristine;
  private final Exercise exercise;
  private final ImageSpec spec;
  private final Progress progress;

  FairBuild(PristineBuild pristine, Exercise exercise, ImageSpec spec, Progress progress) {
    this.pristine = pristine;
    this.exercise = exercise;
    this.spec = spec;
    this.progress = progress;
  }

  /**
   * Build.
   *
   * @throws dev.drydock.engine.host.InfrastructureException when what makes it fail is not its own
   */
  BuildEvidence of(Supplier<BuildAttempt> build) {
    long began = System.nanoTime();
    BuildAttempt attempt = build.get();
    if (isTheNetworksPerhaps(attempt)) {
      progress.at("build", "once more: " + attempt.evidence().message());
      attempt = build.get();
    }
    boolean network = isTheNetworksPerhaps(attempt);
    if (attempt.ending() == Ending.LATE || network) {
      pristine.require(exercise, spec, began, progress);
    }
    if (network) {
      boolean certificate = NetworkTrouble.isOfTrust(attempt.evidence());
      pristine.requireNetwork(certificate ? Trust.PUBLIC : Trust.OF_THE_IMAGE, began, progress);
    }
    return attempt.evidence();
  }

  /** Only where there is one; what the program prints is reason enough to look, and no more. */
  private boolean isTheNetworksPerhaps(BuildAttempt attempt) {
    return (attempt.ending() == Ending.PROGRAM_FAILED || attempt.ending() == Ending.REFUSED)
        && spec.build().network() == ImageSpec.BuildNetwork.DEFAULT
        && NetworkTrouble.isHinted(attempt.evidence());
  }
}
