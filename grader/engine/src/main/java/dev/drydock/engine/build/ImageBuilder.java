package dev.drydock.engine.build;

import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.engine.host.Progress;

/** Builds images: the seam between BuildKit and the classic builder. */
public interface ImageBuilder {

  /** {@code buildkit} or {@code classic}. */
  String name();

  /**
   * Build, whatever comes of it.
   *
   * @throws InfrastructureException when it failed for a reason that is not the student's
   */
  BuildAttempt attempt(BuildRequest request, Progress progress);

  /** The same, where it does not matter how it ended. */
  default BuildEvidence build(BuildRequest request, Progress progress) {
    return attempt(request, progress).evidence();
  }
}
