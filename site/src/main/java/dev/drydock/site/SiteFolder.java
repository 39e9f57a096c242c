package dev.drydock.site;

import dev.drydock.files.Fingerprint;
import dev.drydock.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The folder a site is written to. What an earlier build wrote there and this one does not is
 * removed: the pages of a student who left, a solution released by mistake. Which files those are
 * stands in a list of their names' digests, because the names of students' pages are secrets; files
 * of anyone else stay.
 */
final class SiteFolder {

  /** The list, a digest a line. */
  static final String WRITTEN = ".drydock-site";

  private final Path root;

  SiteFolder(Path root) {
    this.root = root;
  }

  /**
   * Write files, and remove what earlier builds wrote beside them.
   *
   * @param files by their path from the root, with {@code /}
   */
  void write(Map<String, byte[]> files) throws IOException {
    SortedSet<String> now =
        files.keySet().stream()
            .map(SiteFolder::digest)
            .collect(Collectors.toCollection(TreeSet::new));
    SortedSet<String> earlier = written();
    SortedSet<String> either = new TreeSet<>(earlier);
    either.addAll(now);
    // first, so that a build that is stopped half-way leaves nothing the next one does not know
    list(either);
    // thrown only when all are through: the others would go on writing behind the caller's back
    Optional<IOException> failure =
        files.entrySet().parallelStream()
            .flatMap(file -> writeOne(file.getKey(), file.getValue()).stream())
            .reduce((first, other) -> first);
    if (failure.isPresent()) {
      throw failure.get();
    }
    earlier.removeAll(now);
    if (!earlier.isEmpty()) {
      remove(earlier);
    }
    list(now);
  }

  /** What went wrong, if anything did. */
  private Optional<IOException> writeOne(String path, byte[] bytes) {
    try {
      WholeFile.writeUnflushed(root.resolve(path), bytes);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }

  private SortedSet<String> written() throws IOException {
    Path list = root.resolve(WRITTEN);
    return Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)
        ? new TreeSet<>(Files.readAllLines(list, StandardCharsets.ISO_8859_1))
        : new TreeSet<>();
  }

  private void list(Set<String> digests) throws IOException {
    WholeFile.writeUnflushed(root.resolve(WRITTEN), String.join("\n", digests) + "\n");
  }

  private void remove(Set<String> digests) throws IOException {
    Path folder = root.toRealPath();
    for (Path file : readableFiles(folder)) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      if (digests.contains(digest(path))) {
        Files.delete(file);
        removeEmpty(file.getParent(), folder);
      }
    }
  }

  /** Without those of folders that may not be read: they are somebody else's. */
  private static List<Path> readableFiles(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static void removeEmpty(@Nullable Path from, Path root) throws IOException {
    try {
      for (Path at = from; at != null && !at.equals(root); at = at.getParent()) {
        Files.delete(at);
      }
    } catch (DirectoryNotEmptyException e) {
      // somebody's files, or this build's own
    }
  }

  private static String digest(String path) {
    return new Fingerprint().add(path).hex();
  }
}
