package dev.drydock.pipeline;

import dev.drydock.engine.evidence.ContextEvidence;
import dev.drydock.engine.ledger.GraderRun;
import dev.drydock.evidence.DockerfileEvidence;
import dev.drydock.evidence.Evidence;
import dev.drydock.exercise.Exercise;
import dev.drydock.submission.SubmittedImage;
import dev.drydock.submission.workspace.Overlay;
import dev.drydock.submission.workspace.Salt;
import java.nio.file.Path;

/**
 * Collects what can be seen of an image without an engine: its Dockerfile, and the context as it
 * would be sent. A submission that is refused before it is built still teaches that much.
 */
final class TextCollector {

  private final GraderRun run;
  private final Exercise exercise;
  private final Salt salt;

  TextCollector(GraderRun run, Exercise exercise, Salt salt) {
    this.run = run;
    this.exercise = exercise;
    this.salt = salt;
  }

  Evidence collect(SubmittedImage submitted, OwnProject project) {
    Path folder = run.temporaryFolder(project.spec().name());
    try {
      Overlay.write(exercise, project.spec(), submitted, folder);
      Salt.Planted planted = salt.plant(folder, project.spec().files().salt());
      ContextEvidence context = ImageCollector.scan(folder, planted);
      return new Evidence.Builder(exercise.id(), project.spec().name(), text(submitted), context)
          .project(project.declaration())
          .collected();
    } finally {
      run.discard(folder);
    }
  }

  static DockerfileEvidence text(SubmittedImage submitted) {
    return new DockerfileEvidence(submitted.dockerfile().source(), submitted.dockerfile().text());
  }
}
