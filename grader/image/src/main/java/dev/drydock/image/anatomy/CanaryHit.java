package dev.drydock.image.anatomy;

/**
 * A place where a planted value was found.
 *
 * @param canary name of the value, as in the request
 * @param place {@code file}, {@code config} or {@code history}
 * @param where path in the layer, field of the configuration, or line of the history, the value
 *     masked
 * @param layer index of the layer; -1 when it is not in a layer
 * @param visible for a file, whether the final file system still has it; true otherwise
 */
public record CanaryHit(String canary, String place, String where, int layer, boolean visible) {}
