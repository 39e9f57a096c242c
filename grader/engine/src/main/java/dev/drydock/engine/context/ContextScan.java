package dev.drydock.engine.context;

import dev.drydock.dockerignore.DockerIgnore;
import dev.drydock.engine.evidence.ContextEvidence;
import dev.drydock.engine.evidence.ContextEvidence.ContextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is in a build context: regular files and folders, links and devices left out, and what the
 * ignore file does to them. The same folder always gives the same scan.
 *
 * @param root the context
 * @param files all, sorted by path
 * @param folders those that are sent, sorted by path: not excluded, or holding a file that is not
 */
public record ContextScan(Path root, List<ScannedFile> files, List<String> folders) {

  public ContextScan {
    files = List.copyOf(files);
    folders = List.copyOf(folders);
  }

  /** Walk a folder. */
  public static ContextScan of(Path root, DockerIgnore ignore) throws IOException {
    return of(root, ignore, ContextLimits.DEFAULT);
  }

  /**
   * Walk a folder within limits.
   *
   * @throws ContextLimitException when there is more
   */
  public static ContextScan of(Path root, DockerIgnore ignore, ContextLimits limits)
      throws IOException {
    return new ContextWalk(root, ignore, limits).scan();
  }

  /** The files that are sent. */
  public List<ScannedFile> sent() {
    return files.stream().filter(ScannedFile::sent).toList();
  }

  public long sentBytes() {
    return files.stream().filter(ScannedFile::sent).mapToLong(ScannedFile::bytes).sum();
  }

  public long totalBytes() {
    return files.stream().mapToLong(ScannedFile::bytes).sum();
  }

  /**
   * The record that is kept. Beyond its cap ignored files are left out before sent ones.
   *
   * @param ignoreFile text of the ignore file in force, null when there is none
   * @param salted paths the grader planted
   */
  public ContextEvidence evidence(@Nullable String ignoreFile, Set<String> salted) {
    List<ContextFile> kept =
        Stream.concat(
                files.stream().filter(ScannedFile::sent),
                files.stream().filter(file -> !file.sent()))
            .limit(ContextEvidence.MAX_FILES)
            .sorted(Comparator.comparing(ScannedFile::path))
            .map(file -> contextFile(file, salted.contains(file.path())))
            .toList();
    List<ScannedFile> sent = sent();
    return new ContextEvidence(
        ignoreFile, kept, files.size(), totalBytes(), sent.size(), sentBytes());
  }

  private static ContextFile contextFile(ScannedFile file, boolean salted) {
    return new ContextFile(
        file.path(), file.bytes(), salted, file.decision().excludedByLine().orElse(null));
  }
}
