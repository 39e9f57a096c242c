package dev.drydock.image.archive;

import dev.drydock.image.layers.Layer;
import java.util.List;

/** The image that was asked for, found in the archive. */
public record ImageParts(byte[] configJson, ConfigDocument config, List<Blob.LayerBlob> blobs) {

  public List<Layer> layers() {
    return blobs.stream().map(Blob.LayerBlob::layer).toList();
  }
}
