package dev.drydock.submission.workspace;

import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.exercise.PristineFiles;
import dev.drydock.files.Fingerprint;
import dev.drydock.submission.SubmittedFile;
import dev.drydock.submission.SubmittedImage;
import dev.drydock.submission.folder.EntryNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes the folder that is built: the exercise's own files with the student's editable ones over
 * them. Modes and times are always the same, so that the same submission makes the same folder.
 *
 * <p>A file's time comes from its content. BuildKit keeps the last context it was sent from a
 * folder of the same name, and asks only for files whose size or time differ: with one time for
 * all, a submission would be built with another's file of the same length.
 */
public final class Overlay {

  /** A time in the past. */
  private static final Instant TIME = Instant.ofEpochSecond(1_735_689_600L);

  /** What is added to it, in microseconds: at most a third of a year. */
  private static final long SPREAD = 10_000_000_000_000L;

  private Overlay() {}

  /**
   * Write the build context of a submission.
   *
   * @param folder new, or there and empty
   */
  public static void write(
      Exercise exercise, ImageSpec image, SubmittedImage submitted, Path folder) {
    create(folder);
    if (!image.takesWholeProject() || isOnlyDockerfiles(submitted)) {
      PristineFiles.of(exercise, image).forEach((name, file) -> copy(file, folder, name));
    }
    for (SubmittedFile file : submitted.files()) {
      store(file.bytes(), file.isExecutable(), folder, file.name());
    }
    settle(folder);
  }

  /** Without a line of a program the bundled project is meant. */
  private static boolean isOnlyDockerfiles(SubmittedImage submitted) {
    return submitted.files().stream()
        .map(SubmittedFile::name)
        .allMatch(name -> name.startsWith("Dockerfile") || name.equals(".dockerignore"));
  }

  /** Write the build context of the exercise as it is handed out. */
  public static void writeStarter(Exercise exercise, ImageSpec image, Path folder) {
    create(folder);
    PristineFiles.of(exercise, image).forEach((name, file) -> copy(file, folder, name));
    settle(folder);
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
      try (var children = Files.list(folder)) {
        if (children.findAny().isPresent()) {
          throw new IllegalArgumentException("not empty: " + folder);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path file, Path folder, String name) {
    try {
      store(Files.readAllBytes(file), isExecutable(file), folder, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isExecutable(Path file) throws IOException {
    PosixFileAttributeView posix =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    return posix != null
        && posix.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE);
  }

  private static void store(byte[] bytes, boolean executable, Path folder, String name) {
    Path file = inside(folder, name);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      mode(file, executable ? "rwxr-xr-x" : "rw-r--r--");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names were judged when they were read; this is the second lock on the same door. */
  private static Path inside(Path folder, String name) {
    Path file = folder.resolve(name).normalize();
    if (!EntryNames.isSafe(name) || !file.startsWith(folder.normalize())) {
      throw new IllegalArgumentException("not a name in a build context: " + name);
    }
    return file;
  }

  static void mode(Path file, String permissions) throws IOException {
    PosixFileAttributeView posix =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (posix != null) {
      posix.setPermissions(PosixFilePermissions.fromString(permissions));
    }
  }

  /** Give every file the time of its content, and every folder the same time and mode. */
  static void settle(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.setLastModifiedTime(file, FileTime.from(time(file)));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                throws IOException {
              mode(visited, "rwxr-xr-x");
              Files.setLastModifiedTime(visited, FileTime.from(TIME));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instant time(Path file) throws IOException {
    String hash = new Fingerprint().add(Files.readAllBytes(file)).hex();
    long number = Long.parseUnsignedLong(hash.substring(0, 16), 16);
    return TIME.plus(Long.remainderUnsigned(number, SPREAD), ChronoUnit.MICROS);
  }
}
