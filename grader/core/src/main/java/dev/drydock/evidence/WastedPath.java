package dev.drydock.evidence;

/**
 * Bytes of one layer that a later layer hides.
 *
 * @param path the file, or the removed folder (then it ends with {@code /} and the bytes are those
 *     of all files in it)
 * @param addedLayer index of the layer that holds the hidden bytes
 * @param hiddenLayer index of the layer that hides them
 */
public record WastedPath(String path, long bytes, int addedLayer, int hiddenLayer, Kind kind) {

  public enum Kind {
    REMOVED,
    /** Another content under the same path. */
    REPLACED,
    /** The same content again, with another owner, mode or time: {@code RUN chown -R}. */
    METADATA
  }
}
