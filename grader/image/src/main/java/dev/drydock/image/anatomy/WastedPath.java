package dev.drydock.image.anatomy;

/**
 * Bytes of a layer that a later layer hides.
 *
 * @param path of the file, or of a folder (then it ends with {@code /}) that was removed or whose
 *     files of that layer are all hidden in the same way
 * @param bytes hidden, in all its files
 * @param files number of files; 1 for a file
 * @param addedLayer index of the layer that holds the hidden bytes
 * @param hiddenLayer index of the layer that hides them
 * @param kind how they are hidden
 */
public record WastedPath(
    String path, long bytes, int files, int addedLayer, int hiddenLayer, Kind kind) {

  /** How bytes are hidden. */
  public enum Kind {
    /** The path was removed. */
    REMOVED,
    /** The path has other content now. */
    REPLACED,
    /**
     * The path has the same content again, with another owner, mode or time, as after {@code RUN
     * chown -R}.
     */
    METADATA
  }
}
