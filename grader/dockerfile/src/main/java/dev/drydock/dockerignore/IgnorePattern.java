package dev.drydock.dockerignore;

/**
 * One line of an ignore file, in force.
 *
 * @param line counted from 1
 * @param written as it stands in the file
 * @param cleaned what is matched: without {@code !}, leading slash and superfluous parts
 * @param includes starts with {@code !}: takes back what a line before it excludes
 */
public record IgnorePattern(int line, String written, String cleaned, boolean includes) {}
