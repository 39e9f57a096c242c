package dev.drydock.dockerignore;

/**
 * A line of an ignore file because of which the builder refuses the whole build.
 *
 * @param line counted from 1
 * @param message a clause without a full stop
 */
public record IgnoreProblem(int line, String message) {}
