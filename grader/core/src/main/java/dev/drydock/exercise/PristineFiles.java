package dev.drydock.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of an image as its author made them, whatever has been done in the exercise's folder
 * since: where there is a {@code .starter} folder, editable files are taken from there, and what
 * tools and builds leave behind is not looked at.
 */
public final class PristineFiles {

  /** Beside the images' folders: the editable files as handed out, one folder an image. */
  public static final String STARTER_FOLDER = ".starter";

  private static final Set<String> LEFT_BY_TOOLS =
      Set.of(
          ".git",
          ".svn",
          ".hg",
          ".idea",
          ".vscode",
          ".DS_Store",
          "Thumbs.db",
          "node_modules",
          "target",
          "__MACOSX");

  private PristineFiles() {}

  /**
   * Files of an image's folder.
   *
   * @return names relative to it, with slashes, and where their content is; sorted
   */
  public static SortedMap<String, Path> of(Exercise exercise, ImageSpec image) {
    Path folder = exercise.folder().resolve(image.name());
    Path starter = exercise.folder().resolve(STARTER_FOLDER).resolve(image.name());
    List<Glob> left =
        Stream.concat(image.files().salt().stream(), image.files().generated().stream())
            .map(Glob::of)
            .toList();
    SortedMap<String, Path> files = files(folder);
    files.keySet().removeIf(name -> left.stream().anyMatch(glob -> glob.matches(name)));
    if (Files.isDirectory(starter, LinkOption.NOFOLLOW_LINKS)) {
      if (!image.takesWholeProject()) {
        files.keySet().removeIf(image::isEditable);
      }
      files.putAll(files(starter));
    }
    return files;
  }

  private static SortedMap<String, Path> files(Path folder) {
    SortedMap<String, Path> files = new TreeMap<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              return !dir.equals(folder) && LEFT_BY_TOOLS.contains(dir.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile()
                  && !LEFT_BY_TOOLS.contains(file.getFileName().toString())) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
