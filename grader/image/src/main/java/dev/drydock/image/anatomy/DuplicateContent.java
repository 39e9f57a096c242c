package dev.drydock.image.anatomy;

import java.util.List;

/**
 * The same content under several paths of the final file system, in layers above the base.
 *
 * @param bytes of one copy
 * @param paths two or more, each with the layer that holds it
 */
public record DuplicateContent(long bytes, List<Copy> paths) {

  public DuplicateContent {
    paths = List.copyOf(paths);
  }

  /** One of the copies. */
  public record Copy(String path, int layer) {}

  /** What keeping one copy only would save. */
  public long savedBytes() {
    return bytes * (paths.size() - 1L);
  }
}
