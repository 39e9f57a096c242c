package dev.drydock.submission.archive;

import dev.drydock.submission.folder.EntryKind;
import dev.drydock.submission.folder.EntryNames;
import dev.drydock.submission.folder.IntakeLimits;
import dev.drydock.submission.folder.RejectedSubmission;
import dev.drydock.submission.folder.SubmissionTree;
import dev.drydock.submission.folder.TreeEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes up the entries of an archive. Bytes go to files with names of our own in a private folder,
 * so no name in an archive ever becomes a path.
 */
final class EntryStore {

  private static final long SMALL = 1_000_000;

  private final @Nullable Path folder;
  private final IntakeLimits limits;
  private final long maxFile;
  private final Map<String, TreeEntry> entries = new HashMap<>();
  private int seen;
  private long stored;
  private boolean complete = true;

  /**
   * A store.
   *
   * @param folder for the bytes, null when only names are wanted
   * @param maxFile larger files are named, not stored
   */
  EntryStore(@Nullable Path folder, IntakeLimits limits, long maxFile) {
    this.folder = folder;
    this.limits = limits;
    this.maxFile = maxFile;
  }

  /** What an archive says of one of its entries. */
  record Header(
      String name,
      EntryKind kind,
      long size,
      long packedSize,
      boolean executable,
      @Nullable FileTime modified) {}

  /** Gives an entry's bytes, only when they are wanted. */
  interface Content {
    InputStream open() throws IOException;
  }

  /**
   * Take up an entry.
   *
   * @throws IOException when its bytes cannot be read
   * @throws UncheckedIOException when they cannot be written
   * @throws RejectedSubmission when the archive has too many entries or too many bytes
   */
  void add(Header header, Content content) throws IOException, RejectedSubmission {
    seen++;
    if (seen > limits.archiveEntries()) {
      throw new RejectedSubmission("has more than " + limits.archiveEntries() + " entries");
    }
    String name = EntryNames.normalised(header.name());
    String skipped = EntryNames.skippedFolderOf(name).orElse("");
    if (!skipped.isEmpty()) {
      entries.put(skipped, TreeEntry.other(skipped, EntryKind.SKIPPED_FOLDER, 0));
    } else if (entries.containsKey(name)) {
      entries.put(name, TreeEntry.other(name, EntryKind.REPEATED, 0));
    } else if (entries.size() >= limits.entries()) {
      complete = false;
    } else {
      entries.put(name, entry(name, header, content));
    }
  }

  private TreeEntry entry(String name, Header header, Content content)
      throws IOException, RejectedSubmission {
    if (!EntryNames.isSafe(name)) {
      return TreeEntry.other(name, EntryKind.BAD_NAME, header.size());
    }
    if (EntryNames.depth(name) > limits.depth()) {
      return TreeEntry.other(name, EntryKind.TOO_DEEP, header.size());
    }
    if (header.kind() != EntryKind.FILE) {
      return TreeEntry.other(name, header.kind(), header.size());
    }
    if (header.size() > maxFile) {
      return TreeEntry.other(name, EntryKind.TOO_LARGE, header.size());
    }
    return folder == null
        ? new TreeEntry(name, EntryKind.FILE, header.size(), header.executable(), null)
        : stored(name, header, content, folder.resolve(String.valueOf(seen)));
  }

  private TreeEntry stored(String name, Header header, Content content, Path file)
      throws IOException, RejectedSubmission {
    try (InputStream in = content.open()) {
      long size = copy(in, file);
      stored += Math.min(size, maxFile);
      if (stored > limits.unpacked().bytes()) {
        throw new RejectedSubmission("unpacks to more than " + limits.unpacked());
      }
      if (size > maxFile) {
        return TreeEntry.other(name, EntryKind.TOO_LARGE, size);
      }
      if (size > SMALL && header.packedSize() > 0 && size / header.packedSize() > limits.ratio()) {
        return TreeEntry.other(name, EntryKind.COMPRESSED_TOO_WELL, size);
      }
      if (header.modified() != null) {
        Files.setLastModifiedTime(file, header.modified());
      }
      return TreeEntry.file(name, size, header.executable(), file);
    }
  }

  /** Copy one byte more than allowed at most, whatever the header says. */
  private long copy(InputStream in, Path file) throws IOException {
    byte[] buffer = new byte[16 * 1024];
    long copied = 0;
    try (OutputStream out = newFile(file)) {
      while (copied <= maxFile) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, maxFile + 1 - copied));
        if (read < 0) {
          break;
        }
        write(out, buffer, read);
        copied += read;
      }
    }
    return copied;
  }

  private static OutputStream newFile(Path file) {
    try {
      return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A disk that is full is not the student's fault: another exception than that of reading. */
  private static void write(OutputStream out, byte[] bytes, int length) {
    try {
      out.write(bytes, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SubmissionTree tree() {
    return SubmissionTree.of(entries.values(), complete);
  }
}
