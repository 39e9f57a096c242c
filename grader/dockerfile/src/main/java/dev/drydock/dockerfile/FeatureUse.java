package dev.drydock.dockerfile;

/**
 * A feature and where it is used.
 *
 * @param line first line of the instruction
 */
public record FeatureUse(Feature feature, int line) {}
