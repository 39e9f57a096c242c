package dev.drydock.submission.archive;

import dev.drydock.submission.folder.EntryKind;
import dev.drydock.submission.folder.IntakeLimits;
import dev.drydock.submission.folder.RejectedSubmission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Reads a zip by its central directory, which alone knows links and modes. */
final class ZipUnpacker {

  private static final int TYPE_OF_FILE = 0170000;
  private static final int REGULAR = 0100000;
  private static final int SYMBOLIC_LINK = 0120000;
  private static final int OWNER_EXECUTE = 0100;

  private ZipUnpacker() {}

  static void read(Path archive, EntryStore store, IntakeLimits limits)
      throws IOException, RejectedSubmission {
    if (ZipDirectory.entries(archive, limits.archiveEntries()) > limits.archiveEntries()) {
      throw new RejectedSubmission("has more than " + limits.archiveEntries() + " entries");
    }
    boolean readable = false;
    boolean encrypted = false;
    try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        EntryKind kind = kind(entry, zip);
        encrypted |= kind == EntryKind.ENCRYPTED;
        readable |= kind == EntryKind.FILE;
        if (!isFolder(entry)) {
          store.add(header(entry, kind), () -> zip.getInputStream(entry));
        }
      }
    }
    if (encrypted && !readable) {
      throw new RejectedSubmission("is protected by a password");
    }
  }

  private static EntryStore.Header header(ZipArchiveEntry entry, EntryKind kind) {
    return new EntryStore.Header(
        withSlashes(entry),
        kind,
        Math.max(0, entry.getSize()),
        entry.getCompressedSize(),
        (entry.getUnixMode() & OWNER_EXECUTE) != 0,
        entry.getLastModifiedTime());
  }

  private static EntryKind kind(ZipArchiveEntry entry, ZipFile zip) {
    int type = entry.getUnixMode() & TYPE_OF_FILE;
    if (isFolder(entry)) {
      return EntryKind.SKIPPED_FOLDER;
    }
    if (type == SYMBOLIC_LINK) {
      return EntryKind.LINK;
    }
    if (type != 0 && type != REGULAR) {
      return EntryKind.SPECIAL;
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return EntryKind.ENCRYPTED;
    }
    return zip.canReadEntryData(entry) ? EntryKind.FILE : EntryKind.UNREADABLE;
  }

  private static boolean isFolder(ZipArchiveEntry entry) {
    return withSlashes(entry).endsWith("/");
  }

  /** Some programs on Windows write back slashes, against the format. */
  private static String withSlashes(ZipArchiveEntry entry) {
    return entry.getName().replace('\\', '/');
  }
}
