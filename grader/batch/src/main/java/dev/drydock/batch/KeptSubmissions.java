package dev.drydock.batch;

import dev.drydock.batch.entry.BatchEntry;
import dev.drydock.batch.entry.ContentKeys;
import dev.drydock.batch.entry.EntryId;
import dev.drydock.image.ByteSize;
import dev.drydock.submission.Submission;
import dev.drydock.submission.Submission.Accepted;
import dev.drydock.submission.SubmittedFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Submissions that were read for their keys and await grading. Those that do not fit are read again
 * when their turn comes.
 */
final class KeptSubmissions {

  private static final ByteSize ROOM = ByteSize.parse("64 MB");

  /** An upper bound of a file's overhead besides its bytes. */
  private static final int FILE = 500;

  private final ContentKeys keys;
  private final long room;
  private final Map<EntryId, Submission> kept = new HashMap<>();
  private long size;

  KeptSubmissions(ContentKeys keys) {
    this(keys, ROOM);
  }

  KeptSubmissions(ContentKeys keys, ByteSize room) {
    this.keys = keys;
    this.room = room.bytes();
  }

  /** Keep the newest of an entry. */
  synchronized void keep(EntryId id, Submission submission) {
    drop(id);
    long more = size(submission);
    if (size + more <= room) {
      kept.put(id, submission);
      size += more;
    }
  }

  synchronized void drop(EntryId id) {
    Submission dropped = kept.remove(id);
    size -= dropped == null ? 0 : size(dropped);
  }

  /**
   * The one to grade.
   *
   * @throws java.io.UncheckedIOException when it has to be read again and cannot be
   */
  Submission of(BatchEntry entry) {
    return ifKept(entry.id()).orElseGet(() -> keys.read(entry).submission());
  }

  private synchronized Optional<Submission> ifKept(EntryId id) {
    return Optional.ofNullable(kept.get(id));
  }

  private static long size(Submission submission) {
    return submission instanceof Accepted accepted
        ? accepted.images().stream()
            .flatMap(image -> image.files().stream())
            .mapToLong(KeptSubmissions::size)
            .sum()
        : FILE;
  }

  private static long size(SubmittedFile file) {
    return file.size() + FILE;
  }
}
