package dev.drydock.image.content;

import dev.drydock.image.layers.FileInspector;
import dev.drydock.image.tar.TarEntry;
import dev.drydock.image.tar.TarReader;
import java.io.IOException;
import java.util.BitSet;

/** Sends every file's content through all that take an interest in it, once. */
public final class ContentInspector implements FileInspector {

  private final ContentHash hash = new ContentHash();
  private final CanaryScan canaries;
  private final ContentNotes notes;

  public ContentInspector(CanaryMatcher matcher, ContentNotes notes) {
    this.canaries = new CanaryScan(matcher);
    this.notes = notes;
  }

  @Override
  public long inspect(int entry, int node, TarEntry header, TarReader tar) throws IOException {
    hash.reset();
    canaries.reset();
    tar.content(
        (buffer, offset, length) -> {
          hash.accept(buffer, offset, length);
          canaries.accept(buffer, offset, length);
        });
    if (!canaries.found().isEmpty()) {
      notes.canaries().put(entry, (BitSet) canaries.found().clone());
    }
    return hash.value();
  }
}
