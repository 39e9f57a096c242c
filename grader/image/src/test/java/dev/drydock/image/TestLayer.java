package dev.drydock.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A layer's tar archive, written by another library than the one under test. */
public final class TestLayer {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8");
  private final List<Entry> entries = new ArrayList<>();

  /** What was put in, for models to compare with. */
  public record Entry(String path, byte type, byte[] content, String link) {}

  public TestLayer() {
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
  }

  public static TestLayer layer() {
    return new TestLayer();
  }

  /** GNU long names instead of PAX records. */
  public TestLayer gnu() {
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
    return this;
  }

  public TestLayer file(String path, String content) {
    return file(path, content.getBytes(StandardCharsets.UTF_8));
  }

  public TestLayer file(String path, byte[] content) {
    return file(path, content, 0644, 0, 0);
  }

  public TestLayer file(String path, byte[] content, int mode, int uid, int gid) {
    return put(path, TarArchiveEntry.LF_NORMAL, content, "", mode, uid, gid);
  }

  /** A file of so many bytes that no other number gives. */
  public TestLayer file(String path, int size) {
    return file(path, content(size, path.hashCode()));
  }

  public TestLayer folder(String path) {
    return put(path + "/", TarArchiveEntry.LF_DIR, new byte[0], "", 0755, 0, 0);
  }

  public TestLayer symbolicLink(String path, String target) {
    return put(path, TarArchiveEntry.LF_SYMLINK, new byte[0], target, 0777, 0, 0);
  }

  public TestLayer hardLink(String path, String target) {
    return put(path, TarArchiveEntry.LF_LINK, new byte[0], target, 0644, 0, 0);
  }

  public TestLayer device(String path) {
    return put(path, TarArchiveEntry.LF_CHR, new byte[0], "", 0600, 0, 0);
  }

  public TestLayer whiteout(String path) {
    int slash = path.lastIndexOf('/') + 1;
    return file(path.substring(0, slash) + ".wh." + path.substring(slash), new byte[0]);
  }

  public TestLayer opaque(String folder) {
    return file(folder + "/.wh..wh..opq", new byte[0]);
  }

  public List<Entry> entries() {
    return entries;
  }

  public byte[] toBytes() {
    try {
      tar.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Pseudo-random bytes, the same for the same seed. */
  public static byte[] content(int size, long seed) {
    byte[] content = new byte[size];
    new java.util.Random(seed * 31 + size).nextBytes(content);
    return content;
  }

  private TestLayer put(
      String path, byte type, byte[] content, String link, int mode, int uid, int gid) {
    TarArchiveEntry entry = new TarArchiveEntry(path, type, true);
    entry.setSize(content.length);
    entry.setMode(mode);
    entry.setUserId(uid);
    entry.setGroupId(gid);
    entry.setLinkName(link);
    entry.setModTime(0L);
    try {
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    entries.add(new Entry(path, type, content, link));
    return this;
  }
}
