package dev.drydock.batch.judge;

import dev.drydock.batch.entry.ContentKey;
import dev.drydock.evidence.DockerfileEvidence;
import dev.drydock.evidence.Evidence;
import dev.drydock.pipeline.GradedSubmission;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.ImageResult.DockerfileText;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.util.Map;
import java.util.Optional;

/** Applies one submission's grade to an identical one, whose files may be named differently. */
public final class Sharing {

  private Sharing() {}

  /**
   * The grade for another submission with the same collection key.
   *
   * @param names this one's names for its Dockerfiles
   * @return empty when the grade's messages depend on file names, or when it is no grade
   */
  public static Optional<GradedSubmission> as(
      ContentKey other, GradedSubmission graded, Map<String, String> names) {
    SubmissionResult result = graded.result();
    boolean sameNames = names.equals(other.dockerfiles());
    if (result.state() == State.NOT_GRADED || (result.state() != State.GRADED && !sameNames)) {
      return Optional.empty();
    }
    Map<String, String> newNames = sameNames ? Map.of() : other.dockerfiles();
    SubmissionResult shared =
        new SubmissionResult(
            result.schemaVersion(),
            result.exercise(),
            result.student(),
            result.state(),
            result.passed(),
            result.points(),
            result.maxPoints(),
            other.ignored(),
            result.message(),
            result.environment(),
            result.images().stream().map(image -> renamed(image, newNames)).toList(),
            other.notes());
    return Optional.of(
        new GradedSubmission(
            shared, graded.evidence().stream().map(one -> renamed(one, newNames)).toList()));
  }

  private static ImageResult renamed(ImageResult image, Map<String, String> names) {
    DockerfileText text = image.dockerfile();
    return new ImageResult(
        image.name(),
        image.sizeBytes(),
        image.engineSizeBytes(),
        image.compressedBytes(),
        image.starterBytes(),
        image.layers(),
        image.wastedBytes(),
        image.checks(),
        new DockerfileText(name(names, image.name(), text.path()), text.text()),
        image.savings(),
        image.heaviest(),
        image.buildLog(),
        image.runLog());
  }

  /** Evidence with the Dockerfile's name as this submission has it. */
  public static Evidence renamed(Evidence one, Map<String, String> names) {
    DockerfileEvidence file = one.dockerfile();
    return one.with(new DockerfileEvidence(name(names, one.folder(), file.path()), file.text()));
  }

  private static String name(Map<String, String> names, String image, String otherwise) {
    return names.getOrDefault(image, otherwise);
  }
}
