package dev.drydock.evidence;

import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.evidence.ContextEvidence;
import dev.drydock.engine.evidence.RunEvidence;
import dev.drydock.image.anatomy.ImageAnatomy;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was collected about one image of a submission. Later stages are null when an
 * earlier one did not get that far: no image without a build, no run without an image.
 *
 * @param image name of the image's folder in the exercise, such as {@code backend}
 * @param starter the exercise's own starter (or the student's "before"), built by the same engine
 * @param project text of the drydock.yaml of a student's own project, null where there is none
 */
public record Evidence(
    int schemaVersion,
    String exercise,
    String image,
    DockerfileEvidence dockerfile,
    ContextEvidence context,
    @Nullable BuildEvidence build,
    @Nullable ImageAnatomy built,
    @Nullable RunEvidence run,
    @Nullable RunEvidence hardenedRun,
    @Nullable RebuildEvidence rebuild,
    @Nullable StarterEvidence starter,
    @Nullable String project) {

  /** Version of this record's shape; stored evidence of another version is collected anew. */
  public static final int SCHEMA_VERSION = 1;
}
