package dev.drydock.submission.folder;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Looks through a folder level by level, so that a flood of files deep down hides nothing above it.
 * Links are never followed, what cannot be read is an entry like any other, and no file is opened.
 */
public final class FolderReader {

  private final IntakeLimits limits;
  private final List<TreeEntry> entries = new ArrayList<>();
  private final Deque<Folder> waiting = new ArrayDeque<>();
  private int seen;

  private FolderReader(IntakeLimits limits) {
    this.limits = limits;
  }

  /**
   * Look through a folder.
   *
   * @param root itself may be a link, as its name was given by whoever grades
   */
  public static SubmissionTree read(Path root, IntakeLimits limits) {
    FolderReader reader = new FolderReader(limits);
    reader.waiting.add(new Folder(root, "", 0));
    while (!reader.waiting.isEmpty() && reader.seen <= limits.entries()) {
      reader.list(reader.waiting.remove());
    }
    return SubmissionTree.of(reader.entries, reader.seen <= limits.entries());
  }

  private void list(Folder folder) {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder.path())) {
      for (Path child : children) {
        seen++;
        if (seen > limits.entries()) {
          return;
        }
        visit(child, folder);
      }
    } catch (IOException | DirectoryIteratorException e) {
      TreeEntry closed = TreeEntry.other(folder.name(), EntryKind.CLOSED, 0);
      if (folder.depth() == 0) {
        throw closed.outOfReach(e.getMessage());
      }
      entries.add(closed);
    }
  }

  private void visit(Path child, Folder folder) {
    String segment = child.getFileName().toString();
    String name = folder.name() + segment;
    Optional<BasicFileAttributes> attributes = attributes(child);
    if (attributes.isEmpty()) {
      entries.add(TreeEntry.other(name, EntryKind.CLOSED, 0));
    } else if (!EntryNames.isSafe(name)) {
      entries.add(TreeEntry.other(name, EntryKind.BAD_NAME, 0));
    } else if (attributes.get().isSymbolicLink()) {
      entries.add(TreeEntry.other(name, EntryKind.LINK, 0));
    } else if (attributes.get().isDirectory()) {
      folder(new Folder(child, name + "/", folder.depth() + 1), segment);
    } else if (attributes.get().isRegularFile()) {
      long size = attributes.get().size();
      entries.add(TreeEntry.file(name, size, isExecutable(attributes.get()), child));
    } else {
      entries.add(TreeEntry.other(name, EntryKind.SPECIAL, 0));
    }
  }

  private void folder(Folder folder, String segment) {
    if (EntryNames.isSkippedFolder(segment)) {
      entries.add(TreeEntry.other(folder.name(), EntryKind.SKIPPED_FOLDER, 0));
    } else if (folder.depth() > limits.depth()) {
      entries.add(TreeEntry.other(folder.name(), EntryKind.TOO_DEEP, 0));
    } else {
      waiting.add(folder);
    }
  }

  private static Optional<BasicFileAttributes> attributes(Path file) {
    try {
      return Optional.of(
          Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (UnsupportedOperationException e) {
      return basicAttributes(file);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<BasicFileAttributes> basicAttributes(Path file) {
    try {
      return Optional.of(
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isExecutable(BasicFileAttributes attributes) {
    return attributes instanceof PosixFileAttributes posix
        && posix.permissions().contains(PosixFilePermission.OWNER_EXECUTE);
  }

  /** A folder still to be listed; its name ends in a slash or is empty. */
  private record Folder(Path path, String name, int depth) {}
}
