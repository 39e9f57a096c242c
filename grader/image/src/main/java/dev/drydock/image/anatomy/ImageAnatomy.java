package dev.drydock.image.anatomy;

import java.util.List;

/**
 * What is in an image, read from its archive.
 *
 * @param id as in the request, such as {@code sha256:…}
 * @param architecture as configured, such as {@code amd64}; empty when none is
 * @param engineSizeBytes as in the request: what {@code docker images} shows, which means different
 *     things on different stores
 * @param sizeBytes sum of the sizes of all regular files in all layers, uncompressed
 * @param compressedBytes estimate of what a registry would store and a pull transfer
 * @param config how the image runs
 * @param history its steps, oldest first
 * @param layers in order, the base's first; steps that only set metadata have none
 * @param wastedBytes bytes in layers above the base that a later layer overwrites or removes
 * @param waste the same by path, heaviest first
 * @param duplicates content that the final file system holds several times
 * @param files what stands out among its files
 * @param entrypoint the program its command line starts
 * @param canaries places where the request's planted values were found
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

  /**
   * Copy the lists.
   *
   * @param id as in the request, such as {@code sha256:…}
   * @param architecture as configured, such as {@code amd64}; empty when none is
   * @param engineSizeBytes as in the request: what {@code docker images} shows, which means
   *     different things on different stores
   * @param sizeBytes sum of the sizes of all regular files in all layers, uncompressed
   * @param compressedBytes estimate of what a registry would store and a pull transfer
   * @param config how the image runs
   * @param history its steps, oldest first
   * @param layers in order, the base's first; steps that only set metadata have none
   * @param wastedBytes bytes in layers above the base that a later layer overwrites or removes
   * @param waste the same by path, heaviest first
   * @param duplicates content that the final file system holds several times
   * @param files what stands out among its files
   * @param entrypoint the program its command line starts
   * @param canaries places where the request's planted values were found
   */
  public ImageAnatomy {
    history = List.copyOf(history);
    layers = List.copyOf(layers);
    waste = List.copyOf(waste);
    duplicates = List.copyOf(duplicates);
    canaries = List.copyOf(canaries);
  }

  /** {@return the bytes in layers above the base} */
  public long ownBytes() {
    return layers.stream().filter(layer -> !layer.base()).mapToLong(ImageLayer::bytes).sum();
  }

  /**
   * Find the step of the history that made a layer.
   *
   * @param layer of this image
   * @return the step as the builder wrote it; empty when the history does not account for the layer
   */
  public String createdBy(ImageLayer layer) {
    return layer.historyIndex() < 0 ? "" : history.get(layer.historyIndex()).createdBy();
  }
}
