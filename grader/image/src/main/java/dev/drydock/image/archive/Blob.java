package dev.drydock.image.archive;

import dev.drydock.image.layers.Layer;

/** A file of the archive, by what its first bytes say it is. */
public sealed interface Blob {

  /**
   * A layer.
   *
   * @param compressedBytes as stored when it is stored compressed, an estimate otherwise
   */
  record LayerBlob(Layer layer, long compressedBytes) implements Blob {}

  /** A JSON document. */
  record Document(byte[] json) implements Blob {}
}
