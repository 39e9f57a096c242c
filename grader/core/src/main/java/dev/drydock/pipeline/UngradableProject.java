package dev.drydock.pipeline;

import dev.drydock.check.Shown;
import dev.drydock.check.build.BuildOutput;
import dev.drydock.engine.evidence.BuildEvidence;

/** A project of the student's own that lacks what grading needs. The message is for the student. */
final class UngradableProject extends Exception {

  private static final long serialVersionUID = 1L;

  UngradableProject(String message) {
    super(message);
  }

  /** A Dockerfile beside the student's own that does not build, with what its builder said. */
  static UngradableProject notBuilt(String file, BuildEvidence build) {
    String line = build.failedLine() == null ? "" : ", line " + build.failedLine();
    String words =
        BuildOutput.lastWords(build)
            .map(last -> " Its last output: " + Shown.quoted(last, 200) + ".")
            .orElse("");
    return new UngradableProject(
        "%s%s: the Dockerfile from before does not build.%s The builder says: %s"
            .formatted(file, line, words, Shown.brief(build.message(), 240)));
  }
}
