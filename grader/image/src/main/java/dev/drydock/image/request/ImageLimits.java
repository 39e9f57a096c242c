package dev.drydock.image.request;

/**
 * How much an archive may hold before it is refused.
 *
 * @param entries number, in all layers together
 * @param layers number in the image
 * @param unpackedBytes of all blobs together, after decompression
 * @param nameBytes of all paths together; all link targets together may have as many again
 * @param documentBytes of all JSON documents together
 */
public record ImageLimits(
    int entries, int layers, long unpackedBytes, long nameBytes, long documentBytes) {

  /**
   * A million entries and 64 GiB: far more than real images have, and still within a small heap.
   */
  public static final ImageLimits DEFAULT =
      new ImageLimits(1_000_000, 10_000, 64L << 30, 64L << 20, 32L << 20);

  /**
   * Check the limits.
   *
   * @param entries number, in all layers together
   * @param layers number in the image
   * @param unpackedBytes of all blobs together, after decompression
   * @param nameBytes of all paths together; all link targets together may have as many again
   * @param documentBytes of all JSON documents together
   * @throws IllegalArgumentException when a limit is less than 1
   */
  public ImageLimits {
    if (entries < 1 || layers < 1 || unpackedBytes < 1 || nameBytes < 1 || documentBytes < 1) {
      throw new IllegalArgumentException("a limit is at least 1");
    }
  }
}
