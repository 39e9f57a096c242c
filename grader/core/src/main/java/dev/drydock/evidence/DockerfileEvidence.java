package dev.drydock.evidence;

/**
 * The Dockerfile as handed in. The model is parsed from the text whenever it is needed: parsing is
 * deterministic and cheaper than storing a tree.
 *
 * @param path as the student names it, relative to the submission
 * @param text decoded as UTF-8, malformed bytes replaced
 */
public record DockerfileEvidence(String path, String text) {}
