package dev.drydock.evidence;

/**
 * Sizes of the image a submission is compared with, built by the same engine.
 *
 * @param sizeBytes all layers
 * @param ownBytes the layers above its base
 */
public record StarterEvidence(long sizeBytes, long ownBytes) {}
