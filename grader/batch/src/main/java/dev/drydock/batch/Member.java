package dev.drydock.batch;

import dev.drydock.batch.entry.BatchEntry;
import dev.drydock.batch.entry.ContentKey;
import dev.drydock.batch.entry.EntryId;

/**
 * An entry that takes part in a batch.
 *
 * @param path of its files in the RUN folder
 */
record Member(BatchEntry entry, String path, ContentKey key) {

  EntryId id() {
    return entry.id();
  }

  Member withKey(ContentKey newKey) {
    return new Member(entry, path, newKey);
  }
}
