package dev.drydock.image.anatomy;

import java.util.List;

/**
 * The anatomy of one image, read from its archive.
 *
 * @param id {@code sha256:…}
 * @param engineSizeBytes what {@code docker images} shows; means different things on different
 *     stores, so it is shown and never judged
 * @param sizeBytes sum of the sizes of the regular files' entries over all layers, uncompressed
 * @param compressedBytes estimate of what a registry would store and a pull would transfer
 * @param layers in order, the base's first; empty layers (metadata only) are not listed
 * @param wastedBytes bytes in layers above the base that a later layer overwrites or removes
 */
public record ImageAnatomy(
    String id,
    String architecture,
    long engineSizeBytes,
    long sizeBytes,
    long compressedBytes,
    ImageConfig config,
    List<HistoryEntry> history,
    List<ImageLayer> layers,
    long wastedBytes,
    List<WastedPath> waste,
    List<DuplicateContent> duplicates,
    FileSystemFacts files,
    ExecutableFacts entrypoint,
    List<CanaryHit> canaries) {

  public ImageAnatomy {
    history = List.copyOf(history);
    layers = List.copyOf(layers);
    waste = List.copyOf(waste);
    duplicates = List.copyOf(duplicates);
    canaries = List.copyOf(canaries);
  }

  /** Bytes of the layers above the base. */
  public long ownBytes() {
    return layers.stream().filter(layer -> !layer.base()).mapToLong(ImageLayer::bytes).sum();
  }
}
