package dev.drydock.handout;

import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.exercise.PristineFiles;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The copy of a course that students get: without references, steps and near misses, without the
 * grader's own tests, which hold some, and with the exercises as handed out.
 */
public final class HandOut {

  /** What tools and builds leave behind, wherever it lies. */
  private static final Set<String> LEFT_BEHIND =
      Set.of(".git", "target", "node_modules", ".idea", ".vscode", ".DS_Store");

  private static final String SOLUTIONS = "solutions";

  /** Folders of the course itself that are not for students, or are results. */
  private static final Set<String> KEPT = Set.of(SOLUTIONS, "demo-site", "run", "runs");

  /** What the grader is made of; exercises have tests too, and those are for students. */
  private static final Set<String> PROGRAMS = Set.of("grader", "site");

  private final Path home;
  private final Path target;
  private int files;

  private HandOut(Path home, Path target) {
    this.home = home;
    this.target = target;
  }

  /**
   * Copy a course.
   *
   * @param home the course's folder, absolute
   * @param target a folder that is empty or not there yet, absolute
   * @return how many files were copied
   */
  public static int copy(Path home, List<Exercise> exercises, Path target) throws IOException {
    HandOut handOut = new HandOut(home, target);
    handOut.copy();
    for (Exercise exercise : exercises) {
      Path folder = target.resolve(home.relativize(exercise.folder()));
      for (ImageSpec image : exercise.images()) {
        putBack(exercise, image, folder.resolve(image.name()));
      }
    }
    withoutSolutions(target.resolve("pom.xml"));
    return handOut.files;
  }

  private void copy() throws IOException {
    Files.walkFileTree(
        home,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            boolean kept =
                home.equals(folder.getParent()) && KEPT.contains(name)
                    || isOwnTests(home.relativize(folder));
            boolean theirs = !kept && !LEFT_BEHIND.contains(name) && !folder.equals(target);
            return theirs || folder.equals(home)
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()
                && !LEFT_BEHIND.contains(String.valueOf(file.getFileName()))) {
              Path copy = target.resolve(home.relativize(file));
              Files.createDirectories(Objects.requireNonNull(copy.getParent()));
              Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
              files++;
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static boolean isOwnTests(Path folder) {
    return PROGRAMS.contains(folder.getName(0).toString()) && folder.endsWith("src/test");
  }

  /** The author may have tried a solution in the exercise's folder. */
  private static void putBack(Exercise exercise, ImageSpec image, Path folder) throws IOException {
    var pristine = PristineFiles.of(exercise, image);
    try (var copied = Files.walk(folder)) {
      for (Path file : copied.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!pristine.containsKey(name)) {
          Files.delete(file);
        }
      }
    }
    for (var file : pristine.entrySet()) {
      Files.copy(
          file.getValue(),
          folder.resolve(file.getKey()),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  /** Maven would look for the module. */
  private static void withoutSolutions(Path pom) throws IOException {
    String text = Files.readString(pom);
    Files.writeString(pom, text.replaceAll("\\s*<module>" + SOLUTIONS + "</module>", ""));
  }
}
