package dev.drydock.image.anatomy;

import java.util.List;

/**
 * The same content under several paths of the final file system, in layers above the base.
 *
 * @param bytes of one copy
 * @param paths of the copies, two or more
 */
public record DuplicateContent(long bytes, List<Copy> paths) {

  /**
   * Copy the lists.
   *
   * @param bytes of one copy
   * @param paths of the copies, two or more
   */
  public DuplicateContent {
    paths = List.copyOf(paths);
  }

  /**
   * One of the copies.
   *
   * @param path absolute
   * @param layer index of the layer that holds it
   */
  public record Copy(String path, int layer) {}

  /** {@return the bytes that keeping only one copy would save} */
  public long savedBytes() {
    return bytes * (paths.size() - 1L);
  }
}
