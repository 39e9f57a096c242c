package dev.drydock.dockerignore;

/**
 * A line of an ignore file for which the builder refuses the whole build.
 *
 * @param line counted from 1
 * @param message a sentence without full stop
 */
public record IgnoreProblem(int line, String message) {}
