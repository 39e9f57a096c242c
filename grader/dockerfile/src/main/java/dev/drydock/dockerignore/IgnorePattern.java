package dev.drydock.dockerignore;

/**
 * A line of an ignore file that is in force.
 *
 * @param line counted from 1
 * @param written as it stands in the file
 * @param cleaned what is matched: without {@code !}, leading slash and superfluous path elements
 * @param includes whether it starts with {@code !} and takes back what an earlier line excludes
 */
public record IgnorePattern(int line, String written, String cleaned, boolean includes) {}
