package dev.drydock.image.anatomy;

/**
 * A planted value that was found.
 *
 * @param canary name of what was planted: {@code env-file}, {@code build-arg}, {@code git}
 * @param place {@code file}, {@code config} or {@code history}
 * @param where path in the layer, name of the configuration field, or the history's line, the value
 *     masked
 * @param layer index of the layer, -1 when not in one
 * @param visible still there in the final file system (files), always true otherwise
 */
public record CanaryHit(String canary, String place, String where, int layer, boolean visible) {}
