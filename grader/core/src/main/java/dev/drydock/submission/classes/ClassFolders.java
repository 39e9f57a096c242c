package dev.drydock.submission.classes;

import dev.drydock.files.Fingerprint;
import dev.drydock.submission.archive.ArchiveFormat;
import dev.drydock.submission.classes.ClassListing.Problem;
import dev.drydock.submission.folder.EntryNames;
import dev.drydock.submission.folder.IntakeLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds what belongs to which student: a folder or an archive each. Loose files that a platform
 * named after the student are put together in a folder of the work folder.
 */
final class ClassFolders {

  private static final Set<String> LEFT_BY_TOOLS =
      Set.of(
          "desktop.ini",
          "thumbs.db",
          ".ds_store",
          ".gitignore",
          ".gitattributes",
          ".gitkeep",
          ".gitmodules",
          ".github",
          ".gitlab-ci.yml",
          ".editorconfig");

  /** What macOS keeps of a file on a disk of another kind. */
  private static final String APPLE_DOUBLE = "._";

  private final Path work;
  private final List<Problem> problems;

  ClassFolders(Path work, List<Problem> problems) {
    this.work = work;
    this.problems = problems;
  }

  /** By student, what they handed in; sorted. */
  Map<ClassStudent, Path> find(Path folder) {
    Map<String, ClassStudent> students = new TreeMap<>();
    Map<String, List<Path>> folders = new LinkedHashMap<>();
    Map<String, Map<String, Path>> loose = new LinkedHashMap<>();
    for (Path child : children(folder)) {
      String name = child.getFileName().toString();
      if (isLeftByTools(name)) {
        continue;
      }
      if (name.startsWith(".")) {
        problems.add(new Problem(name, "begins with a dot, as no student's work does: ignored"));
        continue;
      }
      if (Files.isSymbolicLink(child)) {
        problems.add(new Problem(name, "is a symbolic link: not followed"));
        continue;
      }
      boolean isFolder = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
      PlatformName platform = PlatformName.of(name).orElse(null);
      if (PlatformName.isOnlineText(name)) {
        problems.add(new Problem(name, "is text typed into a form: ignored"));
      } else if (platform != null) {
        students.merge(platform.student().id(), platform.student(), ClassFolders::lateOne);
        if (isFolder || platform.file().isEmpty()) {
          folders.computeIfAbsent(platform.student().id(), id -> new ArrayList<>()).add(child);
        } else {
          loose
              .computeIfAbsent(platform.student().id(), id -> new TreeMap<>())
              .put(platform.file(), child);
        }
      } else if (isFolder || ArchiveFormat.hasEnding(name)) {
        String id = isFolder ? name : ArchiveFormat.withoutEnding(name);
        students.putIfAbsent(id, new ClassStudent(id, id, null, false));
        folders.computeIfAbsent(id, key -> new ArrayList<>()).add(child);
      } else {
        problems.add(new Problem(name, "is neither a folder nor an archive: ignored"));
      }
    }
    loose.forEach(
        (id, files) ->
            folders.computeIfAbsent(id, key -> new ArrayList<>()).add(gathered(id, files)));
    Map<ClassStudent, Path> found = new TreeMap<>();
    students.forEach((id, student) -> found.put(student, only(student, folders.get(id))));
    return found;
  }

  private static boolean isLeftByTools(String name) {
    return EntryNames.isSkippedFolder(name)
        || LEFT_BY_TOOLS.contains(EntryNames.lower(name))
        || name.startsWith(APPLE_DOUBLE);
  }

  private static ClassStudent lateOne(ClassStudent a, ClassStudent b) {
    return a.late() ? a : b;
  }

  private Path only(ClassStudent student, @Nullable List<Path> sources) {
    if (sources == null || sources.isEmpty()) {
      throw new IllegalStateException("a student without anything: " + student);
    }
    Path first = sources.stream().filter(Files::isDirectory).findFirst().orElse(sources.get(0));
    for (Path other : sources) {
      if (!other.equals(first)) {
        problems.add(
            new Problem(
                student.id(),
                "appears more than once: "
                    + EntryNames.shown(first.getFileName().toString())
                    + " is used, "
                    + EntryNames.shown(other.getFileName().toString())
                    + " is not"));
      }
    }
    return first;
  }

  private static List<Path> children(Path folder) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path child : all) {
        children.add(child);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    children.sort(null);
    return children;
  }

  /** A folder with a student's loose files under the names the student gave them. */
  private Path gathered(String id, Map<String, Path> files) {
    Path folder = work.resolve("loose").resolve(new Fingerprint().add(id).hex().substring(0, 16));
    try {
      Files.createDirectories(folder);
      for (Path old : children(folder)) {
        Files.delete(old);
      }
      for (Map.Entry<String, Path> file : files.entrySet()) {
        if (isWorthCopying(file.getKey(), file.getValue())) {
          copy(file.getValue(), file.getKey(), folder);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copy(Path file, String name, Path folder) throws IOException {
    try {
      Files.copy(
          file,
          folder.resolve(name),
          StandardCopyOption.COPY_ATTRIBUTES,
          StandardCopyOption.REPLACE_EXISTING,
          LinkOption.NOFOLLOW_LINKS);
    } catch (InvalidPathException e) {
      problems.add(new Problem(name, "is not a valid file name here: ignored"));
    }
  }

  private boolean isWorthCopying(String name, Path file) throws IOException {
    if (!EntryNames.isSafe(name)
        || name.indexOf('/') >= 0
        || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    boolean small = Files.size(file) <= IntakeLimits.standard().archive().bytes();
    if (!small) {
      problems.add(new Problem(file.getFileName().toString(), "is too large: ignored"));
    }
    return small;
  }
}
