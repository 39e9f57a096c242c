package dev.drydock.image.anatomy;

/**
 * Bytes of one layer that a later layer hides.
 *
 * @param path the file, or a folder (then it ends with {@code /}): one that was removed, or one
 *     whose files of that layer are all hidden in the same way
 * @param bytes hidden, of all the files
 * @param files number of files, 1 for a file
 * @param addedLayer index of the layer that holds the hidden bytes
 * @param hiddenLayer index of the layer that hides them
 */
public record WastedPath(
    String path, long bytes, int files, int addedLayer, int hiddenLayer, Kind kind) {

  public enum Kind {
    REMOVED,
    /** Another content under the same path. */
    REPLACED,
    /** The same content again, with another owner, mode or time: {@code RUN chown -R}. */
    METADATA
  }
}
