package dev.drydock.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.evidence.ContextEvidence;
import dev.drydock.engine.evidence.RunEvidence;
import dev.drydock.image.anatomy.ImageAnatomy;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was collected about one image of a submission. Later stages are null when an
 * earlier one failed: no image without a build, no run without an image.
 *
 * @param folder of the image in the exercise, such as {@code backend}; {@code image} in JSON
 * @param anatomy of the image that was built; {@code built} in JSON
 * @param starter the exercise's own starter (or the student's "before"), built by the same engine
 * @param project text of the drydock.yaml of a student's own project, null where there is none
 * @param withoutSalt true when it only builds without what the grader plants, and was built so
 */
public record Evidence(
    int schemaVersion,
    String exercise,
    @JsonProperty("image") String folder,
    DockerfileEvidence dockerfile,
    ContextEvidence context,
    @Nullable BuildEvidence build,
    @JsonProperty("built") @Nullable ImageAnatomy anatomy,
    @Nullable RunEvidence run,
    @Nullable RunEvidence hardenedRun,
    @Nullable RebuildEvidence rebuild,
    @Nullable StarterEvidence starter,
    @Nullable String project,
    @Nullable Boolean withoutSalt) {

  /** Version of this record's shape; stored evidence of another version is collected again. */
  public static final int SCHEMA_VERSION = 1;

  /** With the Dockerfile under another name. */
  public Evidence with(DockerfileEvidence other) {
    return new Builder(exercise, folder, other, context)
        .build(build)
        .anatomy(anatomy)
        .run(run, hardenedRun)
        .rebuild(rebuild)
        .starter(starter)
        .project(project)
        .withoutSalt(lacksSalt())
        .collected();
  }

  /** Whether what the grader plants was taken out before it was built. */
  public boolean lacksSalt() {
    return Boolean.TRUE.equals(withoutSalt);
  }

  /** Evidence as it is collected: what is not said was not got to. */
  public static final class Builder {

    private final String exercise;
    private final String folder;
    private final DockerfileEvidence dockerfile;
    private final ContextEvidence context;
    private @Nullable BuildEvidence build;
    private @Nullable ImageAnatomy anatomy;
    private @Nullable RunEvidence run;
    private @Nullable RunEvidence hardenedRun;
    private @Nullable RebuildEvidence rebuild;
    private @Nullable StarterEvidence starter;
    private @Nullable String project;
    private boolean withoutSalt;

    /**
     * @param exercise its id, empty when it belongs to none
     */
    public Builder(
        String exercise, String folder, DockerfileEvidence dockerfile, ContextEvidence context) {
      this.exercise = exercise;
      this.folder = folder;
      this.dockerfile = dockerfile;
      this.context = context;
    }

    public Builder build(@Nullable BuildEvidence seen) {
      build = seen;
      return this;
    }

    public Builder anatomy(@Nullable ImageAnatomy read) {
      anatomy = read;
      return this;
    }

    public Builder run(@Nullable RunEvidence usual, @Nullable RunEvidence hardened) {
      run = usual;
      hardenedRun = hardened;
      return this;
    }

    public Builder rebuild(@Nullable RebuildEvidence seen) {
      rebuild = seen;
      return this;
    }

    public Builder starter(@Nullable StarterEvidence seen) {
      starter = seen;
      return this;
    }

    public Builder project(@Nullable String declaration) {
      project = declaration;
      return this;
    }

    public Builder withoutSalt(boolean taken) {
      withoutSalt = taken;
      return this;
    }

    public Evidence collected() {
      return new Evidence(
          SCHEMA_VERSION,
          exercise,
          folder,
          dockerfile,
          context,
          build,
          anatomy,
          run,
          hardenedRun,
          rebuild,
          starter,
          project,
          withoutSalt ? true : null);
    }
  }
}
