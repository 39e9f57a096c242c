package dev.drydock.engine.context;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Writes the sent part of a context as a tar stream: folders and files in order, owned by root,
 * with mode 0755 or 0644.
 */
public final class ContextArchive {

  private static final int FOLDER_MODE = 040755;
  private static final int EXECUTABLE_MODE = 0100755;
  private static final int FILE_MODE = 0100644;

  private final ContextScan scan;
  private final ArchiveOptions options;

  public ContextArchive(ContextScan scan, ArchiveOptions options) {
    this.scan = scan;
    this.options = options;
  }

  /** Write the archive; the stream is not closed. */
  public void write(OutputStream out) throws IOException {
    TarArchiveOutputStream tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
    for (Map.Entry<String, Part> part : parts().entrySet()) {
      part.getValue().write(tar, part.getKey());
    }
    tar.finish();
    out.flush();
  }

  /** What becomes an entry. */
  private interface Part {
    void write(TarArchiveOutputStream tar, String path) throws IOException;
  }

  private TreeMap<String, Part> parts() {
    TreeMap<String, Part> parts = new TreeMap<>();
    for (String folder : scan.folders()) {
      parts.put(folder, (tar, path) -> folder(tar, path));
    }
    for (ScannedFile file : scan.files()) {
      if (file.sent() || options.always().contains(file.path())) {
        parts.put(file.path(), (tar, path) -> file(tar, file));
      }
    }
    options
        .replacements()
        .forEach((name, bytes) -> parts.put(name, (tar, path) -> bytes(tar, path, bytes)));
    return parts;
  }

  private void folder(TarArchiveOutputStream tar, String path) throws IOException {
    put(tar, path + "/", 0, FOLDER_MODE, modified(path));
    tar.closeArchiveEntry();
  }

  private void file(TarArchiveOutputStream tar, ScannedFile file) throws IOException {
    Path path = scan.root().resolve(file.path());
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(file.path() + " is gone");
    }
    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      int mode = file.executable() ? EXECUTABLE_MODE : FILE_MODE;
      put(tar, file.path(), file.bytes(), mode, modified(file.path()));
      // A file that grew or shrank since the scan makes the archive refuse it.
      in.transferTo(tar);
      tar.closeArchiveEntry();
    }
  }

  private void bytes(TarArchiveOutputStream tar, String path, byte[] bytes) throws IOException {
    Instant modified = options.modified();
    put(
        tar,
        path,
        bytes.length,
        FILE_MODE,
        FileTime.from(modified == null ? Instant.EPOCH : modified));
    new ByteArrayInputStream(bytes).transferTo(tar);
    tar.closeArchiveEntry();
  }

  private FileTime modified(String path) throws IOException {
    Instant modified = options.modified();
    return modified != null
        ? FileTime.from(modified)
        : Files.getLastModifiedTime(scan.root().resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  private static void put(
      TarArchiveOutputStream tar, String name, long size, int mode, FileTime modified)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(size);
    entry.setMode(mode);
    entry.setLastModifiedTime(modified);
    entry.setIds(0, 0);
    entry.setNames("", "");
    tar.putArchiveEntry(entry);
  }
}
