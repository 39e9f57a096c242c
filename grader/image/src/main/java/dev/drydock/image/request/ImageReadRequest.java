package dev.drydock.image.request;

import java.util.List;
import java.util.Map;

/**
 * Which image to read, and what to look for in it.
 *
 * @param imageId as the engine names it ({@code sha256:…}), which picks the image where an archive
 *     holds several; empty for the first
 * @param engineSizeBytes what the engine says the image weighs, copied into the anatomy; 0 when
 *     unknown
 * @param baseDiffIds diff-ids of the base image's layers, lowest first; empty to count no layer as
 *     the base's
 * @param canaries planted values to look for, by name; values shorter than {@link
 *     #MIN_CANARY_LENGTH} characters are refused, because they would be found by chance
 * @param limits how much the archive may hold
 */
public record ImageReadRequest(
    String imageId,
    long engineSizeBytes,
    List<String> baseDiffIds,
    Map<String, String> canaries,
    ImageLimits limits) {

  /** The least number of characters of a planted value. */
  public static final int MIN_CANARY_LENGTH = 8;

  /** The first image of an archive, with nothing to look for, within the default limits. */
  public static final ImageReadRequest FIRST_IMAGE = of("", 0, List.of(), Map.of());

  /**
   * Copy the collections and check the planted values.
   *
   * @param imageId as the engine names it ({@code sha256:…}), which picks the image where an
   *     archive holds several; empty for the first
   * @param engineSizeBytes what the engine says the image weighs, copied into the anatomy; 0 when
   *     unknown
   * @param baseDiffIds diff-ids of the base image's layers, lowest first; empty to count no layer
   *     as the base's
   * @param canaries planted values to look for, by name; values shorter than {@link
   *     #MIN_CANARY_LENGTH} characters are refused, because they would be found by chance
   * @param limits how much the archive may hold
   * @throws IllegalArgumentException when a planted value is too short
   */
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

  /**
   * Ask for an image within the default limits.
   *
   * @param imageId as the engine names it ({@code sha256:…}); empty for the first in the archive
   * @param engineSizeBytes what the engine says the image weighs; 0 when unknown
   * @param baseDiffIds diff-ids of the base image's layers, lowest first
   * @param canaries planted values to look for, by name
   * @return the request
   * @throws IllegalArgumentException when a planted value is too short
   */
  public static ImageReadRequest of(
      String imageId,
      long engineSizeBytes,
      List<String> baseDiffIds,
      Map<String, String> canaries) {
    return new ImageReadRequest(
        imageId, engineSizeBytes, baseDiffIds, canaries, ImageLimits.DEFAULT);
  }
}
