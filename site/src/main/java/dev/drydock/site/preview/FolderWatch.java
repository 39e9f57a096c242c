package dev.drydock.site.preview;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;

/**
 * Tells whether anything below some folders, or a file among them, has changed since it was last
 * asked. By looking, not by the operating system's notices, which shared and remote folders do not
 * send.
 */
public final class FolderWatch {

  /** Folders that builds fill, and that no page is made from. */
  private static final Set<String> SKIPPED = Set.of("node_modules", "target", "build", ".git");

  private final List<Path> folders;
  private long last;

  public FolderWatch(List<Path> folders) {
    this.folders = List.copyOf(folders);
    this.last = fingerprint();
  }

  public boolean changed() {
    long now = fingerprint();
    boolean changed = now != last;
    last = now;
    return changed;
  }

  private long fingerprint() {
    long[] sum = {17};
    for (Path folder : folders) {
      try {
        Files.walkFileTree(folder, new Visitor(sum));
      } catch (IOException e) {
        // a folder that vanishes while being looked at is a change, and is seen as one
        sum[0] = sum[0] * 31 + 1;
      }
    }
    return sum[0];
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {

    private final long[] sum;

    Visitor(long[] sum) {
      this.sum = sum;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return SKIPPED.contains(String.valueOf(folder.getFileName()))
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      // order of a folder's entries is not fixed: a sum does not care
      sum[0] +=
          file.toString().hashCode() * 31L
              + attributes.lastModifiedTime().toMillis() * 1_000_003L
              + attributes.size();
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
