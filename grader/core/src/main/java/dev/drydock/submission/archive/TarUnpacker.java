package dev.drydock.submission.archive;

import dev.drydock.submission.folder.EntryKind;
import dev.drydock.submission.folder.RejectedSubmission;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.io.input.CloseShieldInputStream;

/** Reads a tar as a stream, once, from its begin to its end. */
final class TarUnpacker {

  /** More than any honest long name or extended header needs. */
  private static final long MAX_HEADERS = 256 * 1024;

  private static final int OWNER_EXECUTE = 0100;

  private TarUnpacker() {}

  /**
   * Read a tar.
   *
   * @param in unpacked bytes, bounded by the caller
   */
  static void read(InputStream in, EntryStore store) throws IOException, RejectedSubmission {
    BudgetInputStream budget = new BudgetInputStream(in);
    try (TarArchiveInputStream tar = new TarArchiveInputStream(budget)) {
      budget.allow(MAX_HEADERS);
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        budget.allow(Math.addExact(entry.getSize(), MAX_HEADERS));
        if (!entry.isDirectory()) {
          store.add(header(entry), () -> CloseShieldInputStream.wrap(tar));
        }
      }
    }
  }

  private static EntryStore.Header header(TarArchiveEntry entry) {
    return new EntryStore.Header(
        entry.getName(),
        kind(entry),
        entry.getSize(),
        0,
        (entry.getMode() & OWNER_EXECUTE) != 0,
        entry.getLastModifiedTime());
  }

  private static EntryKind kind(TarArchiveEntry entry) {
    if (entry.isSparse()) {
      return EntryKind.SPECIAL;
    }
    return switch (entry.getLinkFlag()) {
      case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM, TarConstants.LF_CONTIG ->
          EntryKind.FILE;
      case TarConstants.LF_SYMLINK -> EntryKind.LINK;
      case TarConstants.LF_LINK -> EntryKind.HARD_LINK;
      default -> EntryKind.SPECIAL;
    };
  }

  /**
   * Ends with an error when more is read than was allowed last: the library reads long names and
   * extended headers whole into memory, and one within the other, without any bound.
   */
  private static final class BudgetInputStream extends FilterInputStream {

    private long left;

    BudgetInputStream(InputStream in) {
      super(in);
    }

    void allow(long bytes) {
      left = bytes;
    }

    @Override
    public int read() throws IOException {
      spend(1);
      return super.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      spend(Math.max(0, read));
      return read;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = super.skip(count);
      spend(skipped);
      return skipped;
    }

    private void spend(long bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new IOException("headers of a tar entry are too long");
      }
    }
  }
}
