package dev.drydock.image.layers;

import dev.drydock.image.tar.TarEntry;
import dev.drydock.image.tar.TarReader;
import java.io.IOException;

/** Looks into a regular file's content while its layer streams by. */
@FunctionalInterface
public interface FileInspector {

  /**
   * Read the content.
   *
   * @param entry its number in the {@link EntryTable}
   * @param node its path in the {@link PathTree}
   * @param tar stands at the file's content
   * @return a hash of the content
   */
  long inspect(int entry, int node, TarEntry header, TarReader tar) throws IOException;
}
