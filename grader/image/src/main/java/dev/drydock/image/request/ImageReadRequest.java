package dev.drydock.image.request;

import java.util.List;
import java.util.Map;

/**
 * What to read and what to look for.
 *
 * @param imageId as the engine names it ({@code sha256:…}): picks the image where the archive holds
 *     several
 * @param engineSizeBytes handed through to the evidence
 * @param baseDiffIds diff-ids of the base image's layers, empty for scratch
 * @param canaries planted values to look for, by name; values shorter than {@link
 *     #MIN_CANARY_LENGTH} bytes are refused, they would be found by chance
 */
public record ImageReadRequest(
    String imageId,
    long engineSizeBytes,
    List<String> baseDiffIds,
    Map<String, String> canaries,
    ImageLimits limits) {

  public static final int MIN_CANARY_LENGTH = 8;

  public ImageReadRequest {
    baseDiffIds = List.copyOf(baseDiffIds);
    canaries = Map.copyOf(canaries);
    canaries.forEach(
        (name, value) -> {
          if (value.length() < MIN_CANARY_LENGTH) {
            throw new IllegalArgumentException(
                "canary " + name + " is shorter than " + MIN_CANARY_LENGTH + " characters");
          }
        });
  }

  /** A request with the default limits. */
  public static ImageReadRequest of(
      String imageId,
      long engineSizeBytes,
      List<String> baseDiffIds,
      Map<String, String> canaries) {
    return new ImageReadRequest(
        imageId, engineSizeBytes, baseDiffIds, canaries, ImageLimits.DEFAULT);
  }
}
