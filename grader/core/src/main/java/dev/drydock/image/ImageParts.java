package dev.drydock.image;

import dev.drydock.image.layers.Layer;
import java.util.List;

/** The image that was asked for, found in the archive. */
record ImageParts(byte[] configJson, ConfigDocument config, List<Blob.LayerBlob> blobs) {

  List<Layer> layers() {
    return blobs.stream().map(Blob.LayerBlob::layer).toList();
  }
}
