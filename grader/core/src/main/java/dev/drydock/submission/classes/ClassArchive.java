package dev.drydock.submission.classes;

import dev.drydock.files.Fingerprint;
import dev.drydock.submission.archive.SubmissionReader;
import dev.drydock.submission.classes.ClassListing.Problem;
import dev.drydock.submission.folder.Folders;
import dev.drydock.submission.folder.IntakeLimits;
import dev.drydock.submission.folder.RejectedSubmission;
import dev.drydock.submission.folder.SubmissionTree;
import dev.drydock.submission.folder.TreeEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;

/** Unpacks the archive of a whole class, once: later calls find the same folder. */
final class ClassArchive {

  private final Path work;
  private final List<Problem> problems;

  ClassArchive(Path work, List<Problem> problems) {
    this.work = work;
    this.problems = problems;
  }

  /**
   * The folder with the archive's content.
   *
   * @throws UnreadableClass when the archive is none, or damaged
   */
  Path unpack(Path archive) {
    try {
      Path folder = work.resolve("class-" + key(archive));
      if (Files.isDirectory(folder)) {
        return folder;
      }
      Path store = Files.createTempDirectory(work, "unpacking-");
      try {
        Path content = Files.createDirectory(store.resolve("content"));
        place(read(archive, store), content);
        Files.move(content, folder, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Folders.delete(store);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(Path archive) throws IOException {
    return new Fingerprint()
        .add(archive.toAbsolutePath().toString())
        .add(Long.toString(Files.size(archive)))
        .add(Files.getLastModifiedTime(archive).toString())
        .hex()
        .substring(0, 16);
  }

  private static SubmissionTree read(Path archive, Path store) {
    try {
      IntakeLimits limits = IntakeLimits.ofClass();
      return new SubmissionReader(limits, store, limits.file().bytes()).read(archive);
    } catch (RejectedSubmission e) {
      throw new UnreadableClass(e.reason());
    }
  }

  private void place(SubmissionTree tree, Path folder) throws IOException {
    Set<String> folders = tree.folders();
    if (!tree.isComplete()) {
      problems.add(new Problem("the archive", "has more files than the grader looks at"));
    }
    for (TreeEntry entry : tree.entries()) {
      if (folders.contains(entry.name() + "/")) {
        problems.add(new Problem(entry.name(), "is both a file and a folder: ignored"));
      } else if (entry.isRefused()) {
        problems.add(new Problem(entry.name(), entry.kind().phrase() + ": ignored"));
      } else if (entry.content() != null) {
        place(entry.content(), entry.name(), folder);
      }
    }
  }

  /** Names were judged when they were read: none leaves the folder. */
  private void place(Path content, String name, Path folder) throws IOException {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.move(content, file);
    } catch (InvalidPathException | FileAlreadyExistsException e) {
      problems.add(new Problem(name, "is not a valid file name here: ignored"));
    }
  }
}
