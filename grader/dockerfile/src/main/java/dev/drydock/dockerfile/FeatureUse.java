package dev.drydock.dockerfile;

/**
 * A feature and a place where it is used.
 *
 * @param feature what is used
 * @param line first line of the instruction
 */
public record FeatureUse(Feature feature, int line) {}
