package dev.drydock.engine.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The build context before and after {@code .dockerignore}.
 *
 * @param ignoreFile text of the {@code .dockerignore} in force, null when there is none
 * @param files every file, the ignored ones too, sorted by path; capped at {@link #MAX_FILES}
 * @param sentFiles number of files after {@code .dockerignore}, of all (also beyond the cap)
 * @param sentBytes their bytes
 * @param devPackages npm packages that are only needed to build, by the context's manifests: see
 *     {@code DevPackages}
 */
public record ContextEvidence(
    @Nullable String ignoreFile,
    List<ContextFile> files,
    int totalFiles,
    long totalBytes,
    int sentFiles,
    long sentBytes,
    List<String> devPackages) {

  public static final int MAX_FILES = 20_000;

  public ContextEvidence {
    files = List.copyOf(files);
    devPackages = List.copyOf(devPackages);
  }

  /** A context without build-only packages. */
  public ContextEvidence(
      @Nullable String ignoreFile,
      List<ContextFile> files,
      int totalFiles,
      long totalBytes,
      int sentFiles,
      long sentBytes) {
    this(ignoreFile, files, totalFiles, totalBytes, sentFiles, sentBytes, List.of());
  }

  public ContextEvidence withDevPackages(List<String> names) {
    return new ContextEvidence(
        ignoreFile, files, totalFiles, totalBytes, sentFiles, sentBytes, names);
  }

  /**
   * One file of the context.
   *
   * @param path relative to the context, with {@code /}
   * @param salted planted by the grader, not the student's
   * @param ignoredByLine line of the {@code .dockerignore} that excludes it, null when it is sent
   */
  public record ContextFile(
      String path, long bytes, boolean salted, @Nullable Integer ignoredByLine) {

    public boolean sent() {
      return ignoredByLine == null;
    }
  }
}
